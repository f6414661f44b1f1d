package badhouse.meetings;

/** The other of two. */
final class Asking {

    private Asking() {}
}
