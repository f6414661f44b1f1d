package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Who wrote from outside, and what was said, is no longer needed when nobody goes on with it. */
@Component
class InquiryRetention implements Forgets {

    private final Inquiries inquiries;

    InquiryRetention(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public String what() {
        return "Henvendelser udefra: hvem der skrev, og hvad, efter at de er afsluttet";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        return inquiries.blank(before);
    }
}
