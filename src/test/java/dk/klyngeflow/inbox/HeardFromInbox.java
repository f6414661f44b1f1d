package dk.klyngeflow.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** What other modules hear of the mailbox; can die in the middle. */
@TestComponent
class HeardFromInbox implements InvitationReplies {

    final List<Object> events = new CopyOnWriteArrayList<>();
    volatile boolean dies;
    volatile Taken taken = Taken.NOT_OURS;

    @Override
    public Taken take(CalendarReply reply) {
        hear(reply);
        return taken;
    }

    @EventListener
    void letter(LetterReceived event) {
        hear(event);
    }

    @EventListener
    void bounce(AddressBounced event) {
        hear(event);
    }

    @EventListener
    void document(DocumentMailed event) {
        hear(event);
    }

    private void hear(Object event) {
        if (dies) {
            throw new IllegalStateException("the node dies here");
        }
        events.add(event);
    }

    <T> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
