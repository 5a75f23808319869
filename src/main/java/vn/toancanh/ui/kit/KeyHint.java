package vn.toancanh.ui.kit;

import vn.toancanh.base.Texts;

/**
 * A key and what it does, for the list of keys.
 *
 * @param keys as they are written on keyboards, such as {@code Ctrl+F}; {@link #ARROWS} stands for the four arrows
 * @param textKey key of the text that says what they do
 */
public record KeyHint(String keys, String textKey) {
    public static final String ARROWS = "{arrows}";

    /** The keys in words. */
    public String keysIn(Texts texts) {
        return keys.replace(ARROWS, texts.get("kit.arrows"));
    }
}
