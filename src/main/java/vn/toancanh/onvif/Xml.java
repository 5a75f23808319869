package vn.toancanh.onvif;

/** Text as it stands in XML that we write. */
final class Xml {
    private Xml() {}

    /** Escaped for elements and attributes; what XML 1.0 cannot hold becomes a question mark. */
    static String text(String plain) {
        StringBuilder escaped = new StringBuilder(plain.length() + 16);
        plain.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                default -> escaped.appendCodePoint(holds(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean holds(int c) {
        return c == '\t' || c == '\n' || (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
    }
}
