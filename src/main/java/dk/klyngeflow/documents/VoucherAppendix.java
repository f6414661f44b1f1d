package dk.klyngeflow.documents;

import java.util.List;

/** What belongs with a voucher and is kept elsewhere, such as the attendance list of the meeting it is about. Implemented above. */
public interface VoucherAppendix {

    /**
     * @param meeting what the voucher says of the meeting it is about, in a person's words; may be blank
     * @return nothing when it is about no meeting, or it cannot be told which
     */
    List<Paper> of(String clusterId, String meeting);

    /** @param title Danish, for people */
    record Paper(String title, String documentId) {}
}
