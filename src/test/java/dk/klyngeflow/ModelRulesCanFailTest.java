package dk.klyngeflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule for models can fail. {@code src/test/resources/goodhouse} is a small house that keeps all rules; each test breaks it in one
 * place and expects one complaint from one rule.
 */
class ModelRulesCanFailTest {

    private static final Path GOOD_HOUSE = Path.of("src/test/resources/goodhouse");
    private static final String MODEL = "processes/04-meetings/room-booking.bpmn";
    private static final String TABLE = "processes/04-meetings/room-size.dmn";
    private static final String FORM = "forms/04-meetings/choose-room.html";

    /** Break a rule by writing something else in one place of one file. */
    record Breach(String rule, String file, String text, String instead, String complaint) {

        @Override
        public String toString() {
            return rule + ": " + complaint;
        }
    }

    static Stream<Breach> breaches() {
        return Stream.of(
                breach(
                        "process is file is class",
                        "id=\"room-booking\"",
                        "id=\"booking\"",
                        "contains the process booking"),
                breach(
                        "processes are documented in Danish",
                        "Sekretæren vælger, og er lokalet optaget, vælges der igen med det samme.",
                        "",
                        "no Danish"),
                breach("history is kept for a stated number of days", "=\"P1825D\"", "=\"P5Y\"", "in days"),
                breach(
                        "every element has its shape",
                        "bpmnElement=\"bookRoom\"",
                        "bpmnElement=\"noRoom\"",
                        "bookRoom is not drawn"),
                breach(
                        "every element has its shape",
                        "bpmnElement=\"toBookRoom\"",
                        "bpmnElement=\"noWay\"",
                        "toBookRoom is not drawn"),
                breach("ids are given by people", "toBookRoom", "Flow_0a1b2c3", "Flow_0a1b2c3 is a generated id"),
                breach("ids are given by people", "bookRoom", "book_room", "book_room is not written like"),
                breach("names are Danish", "name=\"Book lokale\"", "name=\"Check booking\"", "bookRoom has the name"),
                breach("names are Danish", "name=\"Book lokale\"", "", "bookRoom has no name"),
                breach(
                        "models contain no code",
                        "camunda:delegateExpression=\"${bookRoom}\"",
                        "camunda:class=\"goodhouse.BookRoom\"",
                        "uses camunda:class"),
                breach(
                        "models contain no code",
                        "camunda:delegateExpression=\"${bookRoom}\"",
                        "camunda:expression=\"${bookRoom.now()}\"",
                        "uses camunda:expression"),
                breach(
                        "save points say why, and how often to try again",
                        "<camunda:failedJobRetryTimeCycle>PT1M,PT5M</camunda:failedJobRetryTimeCycle>",
                        "",
                        "bookRoom is asynchronous and has no retry cycle"),
                breach(
                        "save points say why, and how often to try again",
                        "Gemmer, så sekretærens valg ikke går tabt, når stedet ikke svarer.",
                        "",
                        "its documentation does not say why"),
                breach(
                        "every user task has a way out when nobody acts",
                        "attachedToRef=\"chooseRoom\"",
                        "attachedToRef=\"bookRoom\"",
                        "chooseRoom may wait for ever"),
                breach(
                        "service task is bean is method",
                        "${bookRoom}",
                        "${roomBooker}",
                        "bookRoom is done by ${roomBooker}"),
                breach(
                        "service task is bean is method",
                        "bookRoom",
                        "bookHall",
                        "bookHall has no method in meetings.RoomBookingSteps"),
                breach(
                        "steps are written in the order of the diagram",
                        "bookRoom",
                        "bookHall",
                        "RoomBookingSteps has [bookRoom], and the diagram [bookHall]"),
                breach("service task is bean is method", "bookRoom", "booking", "booking is no verb and object"),
                breach("user task is form is contract", ":choose-room.html", ":rooms.html", "chooseRoom has the form"),
                breach(
                        "labels lie free",
                        "x=\"712\" y=\"75\"",
                        "x=\"712\" y=\"110\"",
                        "the label of isRoomFree lies over the line toRoomBooked"),
                breach(
                        "labels lie free",
                        "x=\"712\" y=\"75\"",
                        "x=\"712\" y=\"100\"",
                        "the label of isRoomFree lies over isRoomFree"),
                breach(
                        "labels lie free",
                        "x=\"788\" y=\"101\"",
                        "x=\"780\" y=\"80\"",
                        "the label of toRoomBooked lies over that of isRoomFree"),
                breach(
                        "labels lie free",
                        "width=\"86\" height=\"14\"",
                        "width=\"40\" height=\"14\"",
                        "isRoomFree has a label of 40"),
                breach(
                        "labels lie free",
                        "<bpmndi:BPMNLabel><dc:Bounds x=\"712\" y=\"75\" width=\"86\" height=\"14\" /></bpmndi:BPMNLabel>",
                        "",
                        "isRoomFree has a name and no place for it"),
                breach(
                        "labels lie free",
                        "name=\"Lokalet er booket\"",
                        "name=\"Lokalebookingsbekræftelsesmail\"",
                        "roomBooked has a word that is wider than its label"),
                breach(
                        "names fit their shapes",
                        "name=\"Vælg lokale\"",
                        "name=\"Mødelokalevalgsbeslutning\"",
                        "chooseRoom has a word that is wider than its shape"),
                breach(
                        "names fit their shapes",
                        "name=\"Vælg lokale\"",
                        "name=\"Vælg mødets lokale nu og i god tid\"",
                        "chooseRoom has its name over the sign of its kind"),
                breach(
                        "names fit their shapes",
                        "x=\"442\" y=\"140\"",
                        "x=\"442\" y=\"120\"",
                        "chooseRoom has its name under choiceOverdue"),
                breach(
                        "user task is form is contract",
                        "name=\"duty\"",
                        "name=\"role\"",
                        "chooseRoom does not name its duty"),
                breach(
                        "user task is form is contract",
                        "camunda:formKey",
                        "camunda:assignee=\"sekretaer\" camunda:formKey",
                        "who holds a duty is data"),
                breach("user task is form is contract", "chooseRoom", "pickRoom", "pickRoom has no file"),
                breach(
                        "user task is form is contract",
                        "chooseRoom",
                        "pickRoom",
                        "pickRoom has no contract meetings.PickRoomContract"),
                breach("every form is used", "chooseRoom", "pickRoom", "choose-room.html is the form of no task"),
                breach(
                        "start form bears the name of its process",
                        "<bpmn:startEvent id=\"roomRequested\"",
                        "<bpmn:startEvent camunda:formKey=\"embedded:deployment:start.html\" id=\"roomRequested\"",
                        "room-booking has the form"),
                breach(
                        "only what has a start form can be started in Tasklist",
                        " camunda:isStartableInTasklist=\"false\"",
                        "",
                        "has no start form and can be started in Tasklist"),
                breach(
                        "called processes exist",
                        "calledElement=\"room-booking\"",
                        "calledElement=\"catering\"",
                        "the unknown process catering"),
                breach("gateways ask a question", "isRoomFree", "roomFree", "roomFree is no question"),
                breach(
                        "gateways ask a question",
                        "name=\"Er lokalet ledigt?\"",
                        "name=\"Lokale\"",
                        "has no name that asks"),
                breach("gateways ask a question", "${isRoomFree}", "${isFree}", "asks ${isFree} instead"),
                breach("gateways ask a question", "default=\"toRoomMissed\"", "", "has no default way out"),
                breach("gateways ask a question", "name=\"Ja\"", "", "has no name that answers"),
                breach("events are facts in the past", "roomMissed", "noRoom", "noRoom is no fact in the past"),
                breach(
                        "messages and errors bear the name of their stage",
                        "meetings.noRoomFree",
                        "noRoom",
                        "noRoom is not written like meetings."),
                breach(
                        "every used variable is declared",
                        "${roomSize == ",
                        "${roomWidth == ",
                        "the variable roomWidth is not declared"),
                breach(
                        "constants bear the name of their variable",
                        "room-booking",
                        "seat-booking",
                        "SeatBookingVariables.SEAT_COUNT declares"),
                breach(
                        "every declared variable is used",
                        "room-booking",
                        "seat-booking",
                        "SeatBookingVariables.SEAT_ROW is used by nobody"),
                breach(
                        "every process declares its variables",
                        "room-booking",
                        "hall-booking",
                        "no class meetings.HallBookingVariables"),
                new Breach(
                        "decision is file and has its test",
                        TABLE,
                        "id=\"room-size\"",
                        "id=\"size\"",
                        "has no decision room-size"),
                new Breach(
                        "decision is file and has its test",
                        TABLE,
                        "name=\"Lokalets størrelse\"",
                        "name=\"Check the size\"",
                        "no Danish name"),
                new Breach("history is kept for a stated number of days", TABLE, "P1825D", "P5Y", "in days"),
                new Breach(
                        "every used variable is declared",
                        TABLE,
                        "<text>headcount</text>",
                        "<text>guests</text>",
                        "guests is not declared"),
                new Breach(
                        "fields of a form are the components of its record",
                        FORM,
                        "\"roomId\"",
                        "\"hall\"",
                        "its record has no component hall"),
                new Breach(
                        "fields of a form are the components of its record",
                        FORM,
                        "\"roomId\"",
                        "\"roomId\" local",
                        "does not ask for roomId, which its record has"),
                new Breach(
                        "every field is read by its contract",
                        FORM,
                        "\"roomId\"",
                        "\"hall\"",
                        "the field hall is read by nobody"),
                new Breach(
                        "every used variable is declared", FORM, "{headcount}", "{guests}", "guests is not declared"),
                breach(
                        "decisions asked exist",
                        "decisionRef=\"room-size\"",
                        "decisionRef=\"hall-size\"",
                        "the unknown decision hall-size"));
    }

    private static Breach breach(String rule, String text, String instead, String complaint) {
        return new Breach(rule, MODEL, text, instead, complaint);
    }

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheGoodHouse() throws IOException {
        try (Stream<Path> all = Files.walk(GOOD_HOUSE)) {
            for (Path from : all.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(GOOD_HOUSE.relativize(from).toString());
                Files.createDirectories(to.getParent());
                Files.copy(from, to);
            }
        }
    }

    @Test
    void theGoodHouseKeepsAllRules() {
        ModelRulesTest.rules(house())
                .forEach((name, rule) -> assertThat(rule.get()).as(name).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void isFound(Breach breach) throws IOException {
        rewrite(breach);

        assertThat(complaints(breach.rule())).as(breach.rule()).anyMatch(said -> said.contains(breach.complaint()));
    }

    @Test
    void twoFilesOfOneNameAreFound() throws IOException {
        Files.createDirectories(folder.resolve("forms/6-assembly"));
        Files.copy(folder.resolve(FORM), folder.resolve("forms/6-assembly/choose-room.html"));

        assertThat(complaints("file names are unique")).anyMatch(said -> said.startsWith("choose-room.html"));
    }

    @Test
    void aStrangerAmongTheModelsIsFound() throws IOException {
        Files.writeString(folder.resolve("processes/04-meetings/notes.txt"), "remember");

        assertThat(complaints("only models lie among the models")).containsExactly("notes.txt");
    }

    @Test
    void aDecisionWithoutTestIsFound() throws IOException {
        Files.delete(folder.resolve("tests/goodhouse/meetings/RoomSizeTest.java"));

        assertThat(complaints("decision is file and has its test"))
                .containsExactly("room-size.dmn has no test meetings.RoomSizeTest");
    }

    @Test
    void everyRuleIsShownToFail() {
        Set<String> shown = breaches().map(Breach::rule).collect(Collectors.toCollection(TreeSet::new));
        shown.add("file names are unique");
        shown.add("only models lie among the models");

        assertThat(shown).isEqualTo(ModelRulesTest.rules(house()).keySet());
    }

    private Models house() {
        return new Models(folder, "goodhouse", Path.of("src/test/java"), folder.resolve("tests"));
    }

    private List<String> complaints(String rule) {
        return ModelRulesTest.rules(house())
                .getOrDefault(rule, () -> List.of("there is no rule " + rule))
                .get();
    }

    /** A model whose process is renamed is renamed as a file too. */
    private void rewrite(Breach breach) throws IOException {
        Path file = folder.resolve(breach.file());
        String text = Files.readString(file);
        assertThat(text).contains(breach.text());
        Files.writeString(file, text.replace(breach.text(), breach.instead()));
        if (breach.text().equals("room-booking")) {
            Files.move(file, file.resolveSibling(breach.instead() + ".bpmn"));
        }
    }
}
