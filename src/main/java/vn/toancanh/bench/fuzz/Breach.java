package vn.toancanh.bench.fuzz;

/** A promise that was not kept; ends the case. */
final class Breach extends RuntimeException {
    @java.io.Serial
    private static final long serialVersionUID = 1L;

    private final Fall.Kind kind;

    Breach(Fall.Kind kind, String detail) {
        super(detail);
        this.kind = kind;
    }

    Fall.Kind kind() {
        return kind;
    }
}
