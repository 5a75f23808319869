package vn.toancanh.administration;

import java.io.Serial;
import java.util.List;

/** The cause of a failure where the server named the fields that it refuses. Holds no value that was sent. */
public final class FieldRefused extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer into what was sent, such as {@code /grants/2/siteId}
     * @param code the contract's word for it, such as {@code required}, {@code length} or {@code taken}
     */
    public record Fault(String pointer, String code) {}

    private final transient List<Fault> faults;

    public FieldRefused(List<Fault> faults) {
        super("fields refused: " + faults, null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
