package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is taken of a form that is refused, though its contract says nothing of refusing. */
class ReadFormTest {

    record Order(Bread bread, String remark) {

        record Bread(String kind, String number) {}
    }

    private final List<Order> taken = new ArrayList<>();

    private final class OrderContract implements FormContract<Order> {

        @Override
        public String task() {
            return "order";
        }

        @Override
        public Order read(FormFields fields, Answer answer) {
            String number = fields.required("number", "Antallet");
            if (number.equals("99")) {
                fields.doubt("MANY", "99 er mange.");
            }
            return new Order(new Order.Bread(fields.text("kind", "Slagsen"), number), answer.personId());
        }

        @Override
        public Map<String, Object> take(Order form, Answer answer) {
            taken.add(form);
            return Map.of("number", form.bread().number());
        }
    }

    @Test
    void takesWhatWasRead() {
        assertThat(read(Map.of("kind", "RYE", "number", "3")).take()).containsExactlyEntriesOf(Map.of("number", "3"));
        assertThat(taken).containsExactly(new Order(new Order.Bread("RYE", "3"), "anna"));
    }

    @Test
    void isNotTakenBySeeingWhetherItWouldBe() {
        read(Map.of("number", "3"));

        assertThat(taken).isEmpty();
    }

    @Test
    void refusesWhatTheContractSaysIsWrong() {
        assertThatThrownBy(() -> read(Map.of("kind", "RYE")))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Antallet mangler.");
    }

    @Test
    void refusesWhatIsDoubtfulUntilItIsConfirmed() {
        assertThatThrownBy(() -> read(Map.of("number", "99")))
                .isInstanceOfSatisfying(FormRefused.class, refused -> {
                    String key = refused.doubts().get(0).key();
                    assertThat(read(Map.of("number", "99", FormFields.CONFIRMED, key)).take())
                            .containsEntry("number", "99");
                });
    }

    @Test
    void refusesAFieldThatTheRecordHasNot() {
        assertThatThrownBy(() -> read(Map.of("number", "3", "bread", "RYE")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("bread");
    }

    private ReadForm read(Map<String, Object> form) {
        return ReadForm.by(new OrderContract(), ReadForm.Sent.toStart("anna", "nordklyngen", form));
    }
}
