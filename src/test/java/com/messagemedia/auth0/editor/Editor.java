package com.messagemedia.auth0.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor's side of yaml-language-server: opens files, and tells what the server would show. */
final class Editor implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    /** It tells that the stream ends, which it does with the server. */
    private static final Logger STREAMS = Logger.getLogger("org.eclipse.lsp4j.jsonrpc");

    static {
        STREAMS.setLevel(Level.WARNING);
    }

    private final Process process;
    private final LanguageServer server;
    private final Map<String, CompletableFuture<List<Diagnostic>>> marks = new ConcurrentHashMap<>();

    /** Starts the server in Node.js; it fetches nothing but what a file's first line names. */
    Editor(Path node, Path program) {
        try {
            process = new ProcessBuilder(node.toString(), program.toString(), "--stdio")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var launcher =
                LSPLauncher.createClientLauncher(new Client(), process.getInputStream(), process.getOutputStream());
        launcher.startListening();
        server = launcher.getRemoteProxy();
        answer(server.initialize(hello()));
        server.initialized(new InitializedParams());
    }

    private static InitializeParams hello() {
        WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
        workspace.setConfiguration(true);
        TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
        CompletionItemCapabilities items = new CompletionItemCapabilities(true);
        items.setDocumentationFormat(List.of("markdown", "plaintext"));
        text.setCompletion(new CompletionCapabilities(items));
        text.setHover(new HoverCapabilities(List.of("markdown", "plaintext"), false));
        InitializeParams hello = new InitializeParams();
        hello.setCapabilities(new ClientCapabilities(workspace, text, null));
        hello.setProcessId((int) ProcessHandle.current().pid());
        return hello;
    }

    /** Opens a text that is no file, and returns its address. Each has another: the server keeps what it has read. */
    String open(String text) {
        String uri = "file:///draft-" + marks.size() + ".yaml";
        open(uri, text);
        return uri;
    }

    /** Opens a file with a text. */
    void open(String uri, String text) {
        marks.put(uri, new CompletableFuture<>());
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "yaml", 1, text)));
    }

    void close(String uri) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
    }

    /** What is marked in an open file. */
    List<Diagnostic> marks(String uri) {
        return answer(marks.get(uri));
    }

    /** What is marked in a text that is no file; each mark begins with its line, counted from 0. */
    List<String> marksOf(String text) {
        String uri = open(text);
        List<Diagnostic> found = marks(uri);
        close(uri);
        return found.stream()
                .map(mark -> mark.getRange().getStart().getLine() + " "
                        + mark.getMessage().map(Function.identity(), MarkupContent::getValue))
                .toList();
    }

    /** What is offered at a place. */
    List<CompletionItem> offers(String uri, Position place) {
        var offers = answer(server.getTextDocumentService()
                .completion(new CompletionParams(new TextDocumentIdentifier(uri), place)));
        return offers.isLeft() ? offers.getLeft() : offers.getRight().getItems();
    }

    /** What is shown while the mouse rests at a place; empty where nothing is. */
    String hover(String uri, Position place) {
        var hover =
                answer(server.getTextDocumentService().hover(new HoverParams(new TextDocumentIdentifier(uri), place)));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    private static <T> T answer(CompletableFuture<T> reply) {
        return reply.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        answer(server.shutdown());
        server.exit();
        answer(process.onExit());
    }

    /** What the server asks an editor, and tells it. */
    private final class Client implements LanguageClient {

        @Override
        public CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
            Map<String, Object> yaml = Map.of(
                    "validate", true,
                    "hover", true,
                    "completion", true,
                    "format", Map.of("enable", false),
                    "schemaStore", Map.of("enable", false));
            return CompletableFuture.completedFuture(asked.getItems().stream()
                    .map(item -> "yaml".equals(item.getSection()) ? yaml : Map.<String, Object>of())
                    .map(Object.class::cast)
                    .toList());
        }

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams found) {
            marks.computeIfAbsent(found.getUri(), uri -> new CompletableFuture<>())
                    .complete(found.getDiagnostics());
        }

        @Override
        public CompletableFuture<Void> registerCapability(RegistrationParams wanted) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void telemetryEvent(Object event) {
            // Nobody listens.
        }

        @Override
        public void showMessage(MessageParams message) {
            throw new AssertionError(message);
        }

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams question) {
            throw new AssertionError(question);
        }

        @Override
        public void logMessage(MessageParams message) {
            // Its log is for those who look for a fault of the server.
        }
    }
}
