package vn.toancanh.live;

import java.util.List;

/**
 * Part of a tile's answer to "why": a text key and the values of its placeholders.
 *
 * @param textKey such as {@code why.small}
 */
public record Reason(String textKey, List<Object> args) {
    public Reason {
        args = List.copyOf(args);
    }

    static Reason of(String textKey, Object... args) {
        return new Reason(textKey, List.of(args));
    }
}
