package dk.klyngeflow.contact;

import dk.klyngeflow.engine.CaseMatter;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts what an inquiry is about into the titles of its tasks and onto agendas, without the names of people. */
@Component
class InquiryMatter implements CaseMatter {

    private final Inquiries inquiries;
    private final People people;

    InquiryMatter(Inquiries inquiries, People people) {
        this.inquiries = inquiries;
        this.people = people;
    }

    @Override
    public String process() {
        return Inquiry.KEY;
    }

    @Override
    public String of(String clusterId, String businessKey) {
        return inquiries
                .find(clusterId, Inquiry.inquiryId(businessKey))
                .map(this::of)
                .orElse("");
    }

    String of(AskedInquiry inquiry) {
        List<String> names = new ArrayList<>(List.of(inquiry.asker().name()));
        for (Post post : Post.values()) {
            people.holding(inquiry.clusterId(), post).forEach(person -> names.add(person.name()));
        }
        return SubjectMatter.of(inquiry.subject(), names);
    }
}
