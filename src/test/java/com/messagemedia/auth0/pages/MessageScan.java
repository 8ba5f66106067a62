package com.messagemedia.auth0.pages;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Finds the messages of the code: two texts side by side, the problem and its remedy, in a call or a constructor. What the code
 * fills in at run time stands as three dots.
 */
final class MessageScan extends TreeScanner<Void, String> {

    /** A message with its remedy, which is empty where the code chooses one at run time; and the package that has it. */
    record Message(String home, String problem, String remedy) {}

    static final String OPEN = "...";

    /** Their first text is a message, whatever follows. */
    private static final Set<String> CARRIERS = Set.of("Fault", "ResourceRefusal", "Statement");

    /** The last two arguments of these are a message and its remedy. */
    private static final Set<String> REPORTS = Set.of("error", "warning", "broken", "unknown", "Violation");

    /** The buttons of the sandbox's page and the titles of pages: what one does and what to run next is no message. */
    private static final Set<String> BUTTONS = Set.of("Button", "Colleague", "faultButton", "head");

    /** Two words that only name a thing, such as the link of a chain that is examined. */
    private static final Pattern NAME = Pattern.compile("(?!is |does |can |could )[a-z]+ [a-z]+|.*: $|Inbox: .*");

    private final List<Message> found = new ArrayList<>();
    private final Map<String, ExpressionTree> constants = new HashMap<>();

    static List<Message> messages(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(sources)) {
            List<Path> java = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(java));
            List<Message> all = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                MessageScan scan = new MessageScan();
                unit.accept(scan.new Constants(), null);
                String name = unit.getPackageName().toString();
                unit.accept(scan, name.replaceFirst("com\\.messagemedia\\.auth0\\.?", ""));
                all.addAll(scan.found);
            }
            return all;
        }
    }

    private final class Constants extends TreeScanner<Void, Void> {
        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getInitializer() != null) {
                constants.put(variable.getName().toString(), variable.getInitializer());
            }
            return super.visitVariable(variable, nothing);
        }
    }

    @Override
    public Void visitNewClass(NewClassTree made, String home) {
        take(made.getIdentifier().toString(), made.getArguments(), home);
        return super.visitNewClass(made, home);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, String home) {
        take(call.getMethodSelect().toString().replaceFirst("(?s).*\\.", ""), call.getArguments(), home);
        return super.visitMethodInvocation(call, home);
    }

    private void take(String name, List<? extends ExpressionTree> given, String home) {
        if (name.equals("of") || BUTTONS.contains(name)) {
            return; // "of" makes a list: of problems, or of remedies
        }
        for (int i = 0; i + 1 < given.size(); i++) {
            String remedy = text(given.get(i + 1));
            boolean paired = remedy.matches("(?s)[A-Z].* .*") && isSentence(remedy);
            for (String problem : alternatives(given.get(i))) {
                if (isSentence(problem)
                        && !NAME.matcher(problem).matches()
                        && (paired || i == place(name, given.size()))) {
                    found.add(new Message(home, problem.strip(), paired ? remedy.strip() : ""));
                }
            }
        }
    }

    private static int place(String name, int arguments) {
        return REPORTS.contains(name) ? arguments - 2 : CARRIERS.contains(name) ? 0 : -1;
    }

    /** Words of its own, not only those that are filled in. */
    private static boolean isSentence(String text) {
        return text.replace(OPEN, "").replaceAll("[^A-Za-z ]", "").strip().matches("(?s)\\S+ \\S.{3,}");
    }

    private List<String> alternatives(ExpressionTree expression) {
        if (expression instanceof ParenthesizedTree inner) {
            return alternatives(inner.getExpression());
        }
        if (expression instanceof ConditionalExpressionTree choice) {
            return Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                    .flatMap(one -> alternatives(one).stream())
                    .toList();
        }
        if (expression instanceof SwitchExpressionTree choice) {
            return choice.getCases().stream()
                    .filter(one -> one.getBody() instanceof ExpressionTree)
                    .flatMap(one -> alternatives((ExpressionTree) one.getBody()).stream())
                    .toList();
        }
        if (expression instanceof IdentifierTree name
                && constants.containsKey(name.getName().toString())) {
            return alternatives(constants.get(name.getName().toString()));
        }
        return List.of(text(expression));
    }

    private String text(Tree tree) {
        if (tree instanceof LiteralTree literal) {
            return literal.getValue() instanceof String words ? words : OPEN;
        }
        if (tree instanceof ParenthesizedTree inner) {
            return text(inner.getExpression());
        }
        if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return (text(sum.getLeftOperand()) + text(sum.getRightOperand())).replace(OPEN + OPEN, OPEN);
        }
        if (tree instanceof IdentifierTree name) {
            ExpressionTree constant = constants.get(name.getName().toString());
            return constant == null ? OPEN : text(constant);
        }
        return OPEN;
    }
}
