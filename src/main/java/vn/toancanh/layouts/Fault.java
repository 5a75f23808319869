package vn.toancanh.layouts;

import java.util.List;

/**
 * One thing wrong with a file of layouts, for the person who wrote it.
 *
 * @param textKey key of the message
 * @param args values for the message
 * @param line where it is, from 1; 0 where the whole file is meant
 * @param column in that line, from 1
 */
public record Fault(String textKey, List<Object> args, int line, int column) {
    public Fault {
        args = List.copyOf(args);
    }

    static Fault at(Spot spot, String textKey, Object... args) {
        return new Fault(textKey, List.of(args), spot.line(), spot.column());
    }

    /** As compilers write it, so that editors find it. */
    public String place(String file) {
        return line > 0 ? file + ":" + line + ":" + column : file;
    }
}
