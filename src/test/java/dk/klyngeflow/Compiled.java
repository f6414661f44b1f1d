package dk.klyngeflow;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

/** What the rules of the code look at; reading it takes seconds, so once for all of them. */
public final class Compiled {

    public static final JavaClasses APPLICATION =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dk.klyngeflow");

    private Compiled() {}
}
