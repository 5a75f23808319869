package vn.toancanh.server.layouts;

import java.util.List;

/**
 * One thing wrong with a file of a layout, for the person who wrote it.
 *
 * @param textKey key of the message
 * @param args values for the message; the first is the file's name
 */
public record LayoutFault(String textKey, List<Object> args) {
    public LayoutFault {
        args = List.copyOf(args);
    }

    static LayoutFault of(String textKey, Object... args) {
        return new LayoutFault(textKey, List.of(args));
    }
}
