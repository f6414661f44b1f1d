package dk.klyngeflow.contact;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.WhatNext;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What happens after somebody has dealt with an inquiry. */
@Component
class NextOfInquiries implements WhatNext {

    private final Inquiries inquiries;
    private final People people;

    NextOfInquiries(Inquiries inquiries, People people) {
        this.inquiries = inquiries;
        this.people = people;
    }

    @Override
    public Set<String> keys() {
        return Set.of("handleInquiry", "awaitDelegate");
    }

    @Override
    public Set<String> closedToAuditors() {
        return keys();
    }

    @Override
    public Optional<String> after(Done done) {
        if (done.key().equals("awaitDelegate")) {
            return Optional.of(
                    "Kollegaen har fået besked og kan ikke svare længere. Henvendelsen ligger hos dig igen som en opgave.");
        }
        return inquiries
                .find(done.clusterId(), Inquiry.inquiryId(done.businessKey()))
                .map(inquiry -> after(done, inquiry));
    }

    private String after(Done done, AskedInquiry inquiry) {
        return switch (done.text(InquiryVariables.INQUIRY_DECISION.name())) {
            case "ANSWER" ->
                "Svaret er sendt, og sagen er slut. Skriver der igen, kommer det som en opgave med hele brevvekslingen.";
            case "DELEGATE" ->
                (inquiry.delegate() == null ? "Kollegaen" : people.nameOf(inquiry.delegate()))
                        + " har fået et link og kan svare"
                        + (inquiry.delegateUntil() == null
                                ? ""
                                : " senest " + CopenhagenTime.dayInWords(inquiry.delegateUntil()))
                        + ". Sker det ikke, får du henvendelsen igen; du kan også tage den tilbage.";
            case "MEETING" ->
                "Den, der skrev, har fået besked. Når mødet er holdt, får du henvendelsen igen og kan svare.";
            case "FORWARD" -> "Henvendelsen er sendt videre, den, der skrev, har fået besked, og sagen er slut.";
            default ->
                inquiry.told()
                        ? "Henvendelsen er lukket, og den, der skrev, har fået besked."
                        : "Henvendelsen er lukket uden besked til den, der skrev.";
        };
    }
}
