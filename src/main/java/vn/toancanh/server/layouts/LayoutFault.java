package vn.toancanh.server.layouts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.layouts.Fault;

/**
 * One thing wrong with a file of a layout, for the person who wrote it.
 *
 * @param textKey key of the message
 * @param args values for the message; the first is the file's name
 * @param inside what is wrong inside the file, and where; null where the message says it all
 */
public record LayoutFault(
        String textKey, List<Object> args, @Nullable Fault inside) {
    public LayoutFault {
        args = List.copyOf(args);
    }

    static LayoutFault of(String textKey, Object... args) {
        return new LayoutFault(textKey, List.of(args), null);
    }

    static LayoutFault inside(String file, Fault fault) {
        return new LayoutFault("server.layoutText", List.of(file), fault);
    }

    /** The whole of it in words. */
    public String words(Texts texts) {
        @Nullable Fault fault = inside;
        return fault == null
                ? texts.get(textKey, args.toArray())
                : texts.get(
                        textKey,
                        fault.place(String.valueOf(args.getFirst())),
                        texts.get(fault.textKey(), fault.args().toArray()));
    }
}
