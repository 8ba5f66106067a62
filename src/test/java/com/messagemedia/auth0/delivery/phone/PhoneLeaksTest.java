package com.messagemedia.auth0.delivery.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.messagemedia.auth0.apply.Apply;
import com.messagemedia.auth0.delivery.PreparedChange;
import com.messagemedia.auth0.descriptor.Descriptor;
import com.messagemedia.auth0.model.Fault;
import com.messagemedia.auth0.model.PathIndex;
import com.messagemedia.auth0.report.Origins;
import com.messagemedia.auth0.report.PlanMarkdown;
import com.messagemedia.auth0.report.PlanPage;
import com.messagemedia.auth0.report.PlanReport;
import com.messagemedia.auth0.report.PlanView;
import com.messagemedia.auth0.report.Printable.Palette;
import com.messagemedia.auth0.report.ValueText;
import com.messagemedia.auth0.rollback.Backup;
import com.messagemedia.auth0.rollback.BackupFolder;
import com.messagemedia.auth0.rollback.BackupPlan;
import com.messagemedia.auth0.rollback.RunId;
import com.messagemedia.auth0.sandbox.StartingTenant;
import com.messagemedia.auth0.store.AtomicTextFile;
import com.messagemedia.auth0.testing.Choices;
import com.messagemedia.auth0.testing.Moment;
import com.messagemedia.auth0.testing.Moment.Fate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** MessageMedia's key and secret are in the one request that carries them, and in nothing that anybody can read. */
final class PhoneLeaksTest extends PhoneRehearsal {

    private static final String KEY = "Kq7XcVbN2mLpR9sTwYzA";
    private static final String SECRET = "Zt4GhJkL8pQwErTyUiOpAsDfGhJkLz";
    private static final String DESCRIBED = PHONE.replace("SandboxApiKey0000000", "${env.KEY}")
            .replace("SandboxApiSecret00000000000000", "${env.SECRET}");

    private final List<String> read = new ArrayList<>();

    @Test
    void secretsAreInTheOneRequestThatCarriesThem() throws IOException {
        on(StartingTenant.MODERN, DESCRIBED);
        rehearsal.variable("KEY", KEY).variable("SECRET", SECRET).describe(DESCRIBED);
        collect();
        rehearsal.wire().once(Moment.of("POST /api/v2/actions/actions", Fate.REFUSED));
        fault();
        rehearsal.wire().once(Moment.of(DEPLOY, Fate.REPLY_FORBIDDEN));
        rehearsal.wire().once(Moment.of(BIND, Fate.REFUSED));
        fault();
        rehearsal.apply();
        collect();
        rehearsal.describe(DESCRIBED, "  senders: {\"+44\": Acme}\n");
        collect();
        colleague().changeSecret("MESSAGEMEDIA_API_KEY", "Another0000000000000");
        collect();
        read.add(rehearsal.refused().toString());
        read.addAll(rehearsal.metadata().values());
        read.add(colleague().action().code());
        read.add(colleague().action().deployed().orElseThrow().code());
        rehearsal.sandbox().requests().forEach(request -> read.add(request.toString()));
        rehearsal.wire().bodies().stream()
                .filter(body -> !body.contains("\"secrets\":["))
                .forEach(read::add);
        assertThat(rehearsal.wire().bodies()).anyMatch(body -> body.contains(KEY) && body.contains(SECRET));
        assertThat(read).hasSizeGreaterThan(30).noneMatch(text -> text.contains(KEY) || text.contains(SECRET));
    }

    private void fault() {
        Fault fault = catchThrowableOfType(Fault.class, () -> rehearsal.apply());
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        read.add(trace.toString());
        read.add(fault.remedy());
    }

    /** The plan on the screen, as Markdown and as a page, the saved plan, and the backup without a passphrase. */
    private void collect() throws IOException {
        Descriptor descriptor = rehearsal.descriptor(Choices.NONE);
        AtomicTextFile file = new AtomicTextFile(folder.resolve("plan.json"), "plan file");
        rehearsal.<Boolean>with(Choices.NONE, planner -> {
            PreparedChange planned = planner.plan();
            ValueText values = new ValueText(
                    planned.fingerprints(),
                    planned.delivery(),
                    PathIndex.of(descriptor.confidential()),
                    PathIndex.of(planned.confidentialLive()),
                    planned.redactor(descriptor));
            Origins origins = new Origins(descriptor.origins(), descriptor.sources(), descriptor.fileName());
            PlanView view = PlanView.of(planned.plan(), values, origins);
            read.addAll(new PlanReport(view, Palette.PLAIN).lines());
            read.add(new PlanMarkdown(view, "plan.json").text());
            read.add(new PlanPage(view, "plan.json").text());
            read.add(planned + " " + planned.plan() + " " + planned.state());
            new Apply(planner).saved(planned).write(file);
            Optional<Backup> backup = new BackupPlan(planned, descriptor, Optional.empty())
                    .backup("plugin", new RunId("20261124T120000Z-3f9c"));
            backup.ifPresent(kept ->
                    new BackupFolder(folder.resolve("backups"), kept.subject(), () -> Instant.EPOCH).keep(kept));
            return true;
        });
        read.add(Files.readString(folder.resolve("plan.json")));
        if (Files.isDirectory(folder.resolve("backups"))) {
            try (var files = Files.walk(folder.resolve("backups"))) {
                for (var backup : files.filter(Files::isRegularFile).toList()) {
                    read.add(Files.readString(backup));
                }
            }
        }
    }
}
