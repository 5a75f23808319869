package vn.toancanh.central;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why the server refused a list, fault by fault; the cause of the failure that sending it ends with. */
public final class ImportFaults extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST = 1000;

    /**
     * One fault.
     *
     * @param line of the sender's file; 0 where it is of none
     * @param textKey what is wrong, for the person
     * @param args for the text's placeholders
     */
    public record Fault(int line, String textKey, List<Object> args) {
        public Fault {
            args = List.copyOf(args);
        }
    }

    private final transient List<Fault> faults;

    private ImportFaults(List<Fault> faults) {
        super(faults.size() + " faults", null, false, false);
        this.faults = faults;
    }

    static ImportFaults of(Dto.@Nullable Problem problem) {
        List<Fault> faults = new ArrayList<>();
        if (problem != null && problem.errors() != null) {
            problem.errors().stream().limit(MOST).map(ImportFaults::fault).forEach(faults::add);
        }
        return new ImportFaults(List.copyOf(faults));
    }

    private static Fault fault(Dto.FieldError error) {
        int line = error.line() == null ? 0 : error.line();
        return switch (error.code() == null ? "" : error.code()) {
            case "numberTaken" -> new Fault(line, "central.faultNumber", List.of(value(error, "number")));
            case "unknownSite" -> new Fault(line, "central.faultSite", List.of(value(error, "site")));
            case "duplicate" -> new Fault(line, "central.faultTwice", List.of(value(error, "id")));
            case "notACamera" -> new Fault(line, "central.faultAddress", List.of(Failures.shortened(error.pointer())));
            case "otherHost" -> new Fault(line, "central.faultHeadHost", List.of());
            default ->
                new Fault(
                        line,
                        "central.faultOther",
                        List.of(Failures.shortened(error.pointer()), Failures.shortened(error.detail())));
        };
    }

    /** As text, so that a number stands as it does in the file. */
    private static String value(Dto.FieldError error, String name) {
        Map<String, Object> args = error.args();
        return args == null ? "?" : Failures.shortened(String.valueOf(args.getOrDefault(name, "?")));
    }

    /** In the order of the list. */
    public List<Fault> faults() {
        return faults;
    }
}
