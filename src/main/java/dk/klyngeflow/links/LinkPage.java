package dk.klyngeflow.links;

import dk.klyngeflow.engine.FormRefused;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What links of one purpose open; a bean per purpose. The link has been checked, and its holder still belongs to the cluster. */
public interface LinkPage {

    /** Lower case letters and hyphens. */
    String purpose();

    /**
     * What the holder sees. Runs in a transaction that can only read: mail scanners open it too, and press its button. Nothing may be chosen
     * or written there beforehand but what she answered herself; a proposal needs a required choice beside it. What is sent back unchanged
     * does not reach {@link #answer}. A screen with a button and nothing else to answer is answered by the button: a scanner may do it.
     *
     * @return empty when there is nothing to answer any longer: she then sees {@link #over}
     */
    Optional<Shown> show(Held held);

    /** Whether secretary and coordinator may answer for a holder who phones them. {@link Held#by} then says who does. */
    default boolean mayBeAnsweredFor() {
        return false;
    }

    /**
     * What she sees before her answer counts: what it will be, in her own words, and a button that confirms it. Writes nothing.
     *
     * @param sent as {@link #answer} would get it
     * @return empty when an answer counts at once
     * @throws FormRefused as {@link #answer} does
     */
    default Optional<Shown> review(Held held, Map<String, List<String>> sent) {
        return Optional.empty();
    }

    /** True when nobody may learn what she answered, not even from the memory of this process: nothing that she sent is remembered. */
    default boolean isSecret() {
        return false;
    }

    /** Behind a {@link Block.OwnFile} of {@link #show}: made for her alone, in the same transaction that can only read. */
    default Optional<MadeFile> ownFile(Held held) {
        return Optional.empty();
    }

    /** @param name as it is called on her device */
    record MadeFile(String name, String mediaType, byte[] content) {}

    /**
     * What the holder sees when her link takes no answers any longer: in one sentence what is true now. Only she comes here; whoever has
     * another code hears nothing.
     *
     * @return without a button
     */
    default Shown over(Held held) {
        return show(held)
                .filter(shown -> shown.button() == null)
                .orElseGet(() -> Shown.over("Der er ikke mere at svare på. Du skal ikke gøre mere."));
    }

    /**
     * Takes her answer, in one transaction. Sending the same again must do no harm, and a deadline is guarded here.
     *
     * @param sent by name of the {@link Block.Choice}, {@link Block.Field} or {@link Block.Upload}; blank fields and what nobody asked for
     *     are left out, required ones are there, choices are among the options, money is in øre, a day is as 2027-03-14, an upload is the
     *     id of a document kept for her; {@link dk.klyngeflow.engine.FormFields#CONFIRMED} is there when she was asked whether something
     *     unusual is right, and said so
     * @throws FormRefused told above the form, where everything that she typed still stands; its doubts get a box each
     */
    Done answer(Held held, Map<String, List<String>> sent);
}
