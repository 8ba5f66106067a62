package com.messagemedia.auth0;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of this project, for tests that ask nothing about a library: to read its classes too takes twice as long. */
final class OurClasses {

    /** Those of the plugin. */
    static final JavaClasses OF_THE_PLUGIN =
            imported(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()));

    private OurClasses() {}

    /** Those of the plugin and of its tests. */
    static JavaClasses withTests() {
        return imported(new ClassFileImporter());
    }

    private static JavaClasses imported(ClassFileImporter importer) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return importer.importPackages(Packages.ROOT);
        });
    }
}
