package vn.toancanh.catalogue;

/**
 * A piece of a camera's text that matched.
 *
 * @param field where the text stands
 * @param text the original text: the number in decimal, the name, a site's name or a tag
 * @param start first matching char of {@code text}
 * @param end after the last matching char
 */
public record Highlight(Field field, String text, int start, int end) {
    /** Where a match can be. */
    public enum Field {
        NUMBER,
        NAME,
        SITE,
        TAG
    }
}
