package vn.toancanh.layouts;

/** A text of which nothing can be read because of one fault. */
final class Unreadable extends Exception {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Unreadable(Fault fault) {
        super(fault.textKey());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
