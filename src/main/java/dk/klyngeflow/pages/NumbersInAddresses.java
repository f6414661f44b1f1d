package dk.klyngeflow.pages;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;

/** A number in the address of a page: what is none is 0, so that who may not look hears that first, and not what was wrong with it. */
public final class NumbersInAddresses {

    private NumbersInAddresses() {}

    /** For the {@code InitBinder} of a controller. */
    public static void in(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0);
            }
        });
    }
}
