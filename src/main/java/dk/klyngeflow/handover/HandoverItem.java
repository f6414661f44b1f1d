package dk.klyngeflow.handover;

/**
 * One line of the checklist.
 *
 * @param remark why it is not needed, or what is to be known of it
 */
record HandoverItem(
        String clusterId, String handoverId, int number, String text, Owner owner, State state, String remark) {

    /** Whose part of the list it is. */
    enum Owner {
        PARTING("Den afgående koordinator"),
        SUCCESSOR("Den nye koordinator"),
        SECRETARY("Sekretæren"),
        BOARD("Bestyrelsen");

        private final String danish;

        Owner(String danish) {
            this.danish = danish;
        }

        /** Public: templates call it. */
        public String danish() {
            return danish;
        }
    }

    enum State {
        OPEN("Mangler"),
        DONE("Gjort"),
        NOT_NEEDED("Ikke nødvendigt");

        private final String danish;

        State(String danish) {
            this.danish = danish;
        }

        /** Public: templates call it. */
        public String danish() {
            return danish;
        }
    }

    /** What somebody says of one line. */
    record Answered(int number, State state, String remark) {}
}
