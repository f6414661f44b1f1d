package dk.klyngeflow.bills;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final String SAME = ContentHash.of(100L, "DKK", 100, "16356706 1234 1", "2100", "f");

    @Test
    void isTheSameForTheSame() {
        assertThat(ContentHash.of(100L, "DKK", 100, "16356706 1234 1", "2100", "f"))
                .isEqualTo(SAME)
                .matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithEveryPart() {
        List<String> others = List.of(
                SAME,
                ContentHash.of(101L, "DKK", 100, "16356706 1234 1", "2100", "f"),
                ContentHash.of(-100L, "DKK", 100, "16356706 1234 1", "2100", "f"),
                ContentHash.of(null, "DKK", 100, "16356706 1234 1", "2100", "f"),
                ContentHash.of(100L, "EUR", 100, "16356706 1234 1", "2100", "f"),
                ContentHash.of(100L, "DKK", 101, "16356706 1234 1", "2100", "f"),
                ContentHash.of(100L, "DKK", 100, "16356706 1234 2", "2100", "f"),
                ContentHash.of(100L, "DKK", 100, "16356707 1234 1", "2100", "f"),
                ContentHash.of(100L, "DKK", 100, "16356706 1234 1", "2101", "f"),
                ContentHash.of(100L, "DKK", 100, "16356706 1234 1", "2100", "g"),
                ContentHash.of(100L, "DKK", 100, "16356706 1234 1", "2100", ""));
        Set<String> different = new TreeSet<>(others);
        assertThat(different).hasSameSizeAs(others);
    }

    @Test
    void isNotFooledByLineBreaksInAName() {
        assertThat(ContentHash.of(1L, "DKK", 1, "Firma\n2100", "4300", ""))
                .isNotEqualTo(ContentHash.of(1L, "DKK", 1, "Firma", "2100\n4300", ""));
        assertThat(ContentHash.of(1L, "DKK", 1, "Firma\r\n2100", "4300", ""))
                .isNotEqualTo(ContentHash.of(1L, "DKK", 1, "Firma", "2100", "4300"));
    }
}
