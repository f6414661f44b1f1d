package dk.klyngeflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that completes this form with a file, in the real Tasklist; {@link EveryUploadTest} asks for one of every form that takes files. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.SOURCE)
public @interface Uploads {

    /** The form's file without its ending. */
    String value();
}
