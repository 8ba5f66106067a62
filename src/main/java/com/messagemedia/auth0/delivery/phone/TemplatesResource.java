package com.messagemedia.auth0.delivery.phone;

import com.messagemedia.auth0.auth0.ManagementClient;
import com.messagemedia.auth0.auth0.ManagementException;
import com.messagemedia.auth0.auth0.PhoneTemplate;
import com.messagemedia.auth0.delivery.PartlyWritten;
import com.messagemedia.auth0.delivery.Resource;
import com.messagemedia.auth0.delivery.ResourceRefusal;
import com.messagemedia.auth0.model.FieldPath;
import com.messagemedia.auth0.model.Options;
import com.messagemedia.auth0.model.Value;
import com.messagemedia.auth0.model.Value.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tenant's phone templates that the descriptor names, by type. Auth0 may replace the whole content of a template, so a
 * write sends all of it, the spoken text included.
 */
final class TemplatesResource implements Resource {

    private static final FieldPath BODY = FieldPath.of("body");
    private static final String TEXT = "text";
    private static final String VOICE = "voice";
    private static final String FROM = "from";
    private static final String DISABLED = "disabled";

    private final Set<String> types;
    private List<PhoneTemplate> seen = List.of();

    /** Looks at templates of these types only. */
    TemplatesResource(Set<String> types) {
        this.types = Set.copyOf(types);
    }

    @Override
    public String name() {
        return PhonePaths.TEMPLATE;
    }

    @Override
    public List<String> scopesToRead() {
        return List.of("read:phone_templates");
    }

    @Override
    public List<String> scopesToWrite(Options before, Options after) {
        return List.of("create:phone_templates", "update:phone_templates");
    }

    @Override
    public Options read(ManagementClient client) {
        seen = client.phone().templates().stream()
                .filter(template -> types.contains(template.type()))
                .toList();
        Options tree = Options.EMPTY;
        for (PhoneTemplate template : seen) {
            tree = tree.with(FieldPath.of(template.type()), leaves(template));
        }
        return tree;
    }

    static Tree leaves(PhoneTemplate template) {
        Options content = new Options(template.content());
        Map<String, Value> leaves = new LinkedHashMap<>();
        content.get(BODY.child(TEXT)).ifPresent(text -> leaves.put(TEXT, text));
        content.get(BODY.child(VOICE)).ifPresent(text -> leaves.put(VOICE, text));
        content.get(FieldPath.of(FROM)).ifPresent(text -> leaves.put(FROM, text));
        leaves.put(DISABLED, Value.of(template.disabled()));
        return new Tree(leaves);
    }

    @Override
    public void check(Options before, Options after) {
        for (String type : types) {
            if (after.get(FieldPath.of(type, TEXT)).isEmpty()) {
                throw new ResourceRefusal(
                        "phoneTemplate." + type + " would have no text. Nothing was written.",
                        "Take it out of \"remove\". Auth0's own text comes back with Reset in the dashboard.");
            }
        }
    }

    @Override
    public Map<FieldPath, String> leftByRollback(Options now, Options then) {
        Map<FieldPath, String> left = new TreeMap<>();
        now.root().members().keySet().stream()
                .filter(type -> then.get(FieldPath.of(type, TEXT)).isEmpty())
                .forEach(type -> left.put(
                        FieldPath.of(PhonePaths.TEMPLATE, type),
                        "new with that apply. Auth0's own text comes back with Reset in the dashboard under"
                                + " Branding > Phone Provider > Templates"));
        return left;
    }

    @Override
    public Options write(ManagementClient client, Options before, Options after) {
        Options now = before;
        for (String type : after.root().members().keySet()) {
            FieldPath path = FieldPath.of(type);
            Value wanted = after.get(path).orElseThrow();
            if (!Optional.of(wanted).equals(before.get(path)) && wanted instanceof Tree leaves) {
                now = now.with(path, settled(client, type, leaves, !now.equals(before)));
            }
        }
        return now;
    }

    /** Writes one template. If the reply is lost, it looks whether Auth0 has the template, and goes on with the next one. */
    private Tree settled(ManagementClient client, String type, Tree leaves, boolean begun) {
        try {
            return leaves(write(client, type, leaves.members()));
        } catch (ManagementException e) {
            if (e.requestMayHaveBeenProcessed() && isThere(client, type, leaves)) {
                return leaves;
            }
            if (begun) {
                throw new PartlyWritten(e);
            }
            throw e;
        }
    }

    private boolean isThere(ManagementClient client, String type, Tree leaves) {
        try {
            return read(client).get(FieldPath.of(type)).equals(Optional.of(leaves));
        } catch (ManagementException unused) {
            return false;
        }
    }

    private PhoneTemplate write(ManagementClient client, String type, Map<String, Value> leaves) {
        Optional<PhoneTemplate> live =
                seen.stream().filter(template -> template.type().equals(type)).findFirst();
        PhoneTemplate wanted = new PhoneTemplate(
                live.flatMap(PhoneTemplate::id),
                type,
                Value.of(true).equals(leaves.get(DISABLED)),
                content(live.map(PhoneTemplate::content).orElse(Tree.EMPTY), leaves));
        return wanted.id().isPresent()
                ? client.phone().updateTemplate(wanted.id().get(), wanted)
                : client.phone().createTemplate(wanted);
    }

    private static Tree content(Tree live, Map<String, Value> leaves) {
        Options content = new Options(live).without(FieldPath.of(FROM));
        for (String key : List.of(TEXT, VOICE)) {
            Optional<Value> text = Optional.ofNullable(leaves.get(key));
            content = text.isPresent() ? content.with(BODY.child(key), text.get()) : content.without(BODY.child(key));
        }
        Optional<Value> from = Optional.ofNullable(leaves.get(FROM));
        return (from.isPresent() ? content.with(FieldPath.of(FROM), from.get()) : content).root();
    }
}
