package dk.klyngeflow.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a text that is to leave the cluster, and what is left alone. */
class TextCheckTest {

    private static final KnownNames.Names NAMES = new KnownNames.Names(
            Set.of("Karen Holmgård", "Bo Stenkær", "Hans Aakjær"),
            Set.of("Lægerne Fyrvej", "Åbakkens Læger"),
            Set.of("990101"),
            Set.of("Café Mosen"),
            "Nordklyngen");

    private static List<Hit> hits(String text) {
        return new TextCheck(NAMES, false).in(List.of(Passage.of("Dagsorden", text)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oplæg ved Karen Holmgård | PERSON | Karen Holmgård",
                "karen holmgaard viser tal | PERSON | karen holmgaard",
                "Holmgårds egne data | PERSON | Holmgårds",
                "BO viser først | PERSON | BO",
                "Bo viser først | PERSON | Bo",
                "Vi talte med Hans om det | PERSON | Hans",
                "Aakjaers liste | PERSON | Aakjaers",
                "Ka\u00adren viser | PERSON | Karen",
                "Fyrvej ligger bedst | PRACTICE | Fyrvej",
                "åbakkens læger ligger bedst | PRACTICE | åbakkens læger",
                "Mad fra Café Mosen | OTHER_NAME | Café Mosen",
                "Vi i Nordklyngen | CLUSTER | Nordklyngen",
                "Yder 990101 | PROVIDER | 990101",
                "Yder 123456 | PROVIDER | 123456",
                "CVR 12345674 | COMPANY | CVR 12345674",
                "Konto 99887702 | COMPANY | 99887702",
                "Ring 98 12 34 56 | PHONE | 98 12 34 56",
                "Ring 98123457 | PHONE | 98123457",
                "Ring +45 98123457 | PHONE | +45 98123457",
                "Skriv til post@klinik.example | MAIL | post@klinik.example",
                "Skriv til post(at)klinik.example | MAIL | post(at)klinik.example",
                "Se https://klinik.example/tal | WEB | https://klinik.example/tal",
                "Overlæge Jens Vinther fortalte | LIKE_A_NAME | Overlæge Jens Vinther",
                "Mød op på Havnegade 12 | ADDRESS | Havnegade 12",
                "Vi gik fra 26,5 % til det dobbelte | FIGURE | 26,5 %",
                "Den bedste havde 41 pct. | FIGURE | 41 pct.",
                "12 ud af 40 fik det | FIGURE | 12 ud af 40",
                "12/40 fik det | FIGURE | 12/40",
                "Hos os var det 143 patienter | FIGURE | 143 patienter",
                "Vi gav 12 pr. 1.000 | FIGURE | 12 pr. 1.000",
                "Kundenummer 4711234 | NUMBER | 4711234",
                "Vi gik fra ２６ % | FIGURE | 26 %",
            })
    void isFound(String text, Hit.Kind kind, String found) {
        assertThat(hits(text)).extracting(Hit::kind, Hit::found).contains(tuple(kind, found));
        assertThat(hits(text)).allMatch(Hit::mayBeConfirmed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "16.30  Velkomst (10 min.)",
                "Samtale i små grupper om tre spørgsmål (60 min.)",
                "Hvad gør hans læge, når vi bor langt væk?",
                "Mål igen efter 6–12 måneder, og følg 2020-vejledningen",
                "Ældre over 75 år med mange lægemidler",
                "Lægerne i klyngen aftaler det samme",
            })
    void isLeftAlone(String text) {
        assertThat(hits(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient 010203-1234",
                "Patient 0102031234",
                "Patient 010203 1234",
                "Patient 01.02.03-1234",
                "Patient 010203\u20131234",
                "Patient 0102\u200b03-1234",
                "Patient ０１０２０３-１２３４",
                "Patient 010203-\n1234",
            })
    void aCprNumberCanNeverBeConfirmedAndIsRepeatedNowhere(String text) {
        List<Hit> hits = hits(text);
        assertThat(hits).isNotEmpty().noneMatch(Hit::mayBeConfirmed);
        assertThat(hits)
                .extracting(Hit::sentence, Hit::shownLine)
                .containsOnly(tuple("Noget ligner et CPR-nummer", ""));
    }

    @Test
    void saysWhereAndKeepsItsKeyAsLongAsTheLineIsTheSame() {
        List<Hit> first = hits("Velkomst\nKaren siger 12 %\nKaren siger tak");
        assertThat(first)
                .extracting(Hit::place)
                .containsExactly("Dagsorden, linje 2", "Dagsorden, linje 2", "Dagsorden, linje 3");
        assertThat(hits("Velkomst\nKaren siger 12 %\nKaren siger tak"))
                .extracting(Hit::key)
                .isEqualTo(first.stream().map(Hit::key).toList());
        assertThat(hits("Velkomst\nKaren siger 13 %\nKaren siger tak").get(1).key())
                .isNotEqualTo(first.get(1).key());
    }

    @Test
    void theClustersNameIsNoFindingWhenItIsShown() {
        assertThat(new TextCheck(NAMES, true).in(List.of(Passage.of("Emne", "Vi i Nordklyngen"))))
                .isEmpty();
    }

    @Test
    void whatNobodyCanReadIsSaid() {
        assertThat(new TextCheck(NAMES, true).in(List.of(new Passage("Filen „a.png“", List.of("a.png"), false))))
                .extracting(Hit::sentence)
                .containsExactly("„Filen „a.png““ kan vi ikke læse");
    }
}
