package com.messagemedia.auth0.sandbox;

import com.messagemedia.auth0.model.SandboxDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the state files of a sandbox's tenants are: that of {@code sandbox} has the name that the user gives, such as {@code
 * sandbox.json}, and {@code sandbox/NAME} is kept in {@code sandbox.json.tenants/NAME.json}.
 */
final class KeptTenants {

    private static final String END = ".json";

    private KeptTenants() {}

    /** The state file of a tenant. */
    static Path file(Path main, SandboxDomain domain) {
        return domain.name().map(name -> folder(main).resolve(name + END)).orElse(main);
    }

    private static Path folder(Path main) {
        return main.resolveSibling(main.getFileName() + ".tenants");
    }

    /** The tenants whose state files are beside that of the tenant without a name. */
    static List<SandboxDomain> beside(Path main) {
        if (!Files.isDirectory(folder(main))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(main))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(END))
                    .map(file -> file.substring(0, file.length() - END.length()))
                    .filter(SandboxDomain::isName)
                    .map(SandboxDomain::of)
                    .toList();
        } catch (IOException unused) {
            return List.of();
        }
    }
}
