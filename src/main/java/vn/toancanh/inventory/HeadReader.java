package vn.toancanh.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes the address of a head of its column. */
final class HeadReader {
    private static final int LONGEST_ADDRESS = 2000;

    private final Problems problems;

    HeadReader(Problems problems) {
        this.problems = problems;
    }

    /** Null where the column is empty, or is no such address, which is then a problem. */
    @Nullable
    URI read(Values values) {
        @Nullable String text = values.get(Column.ONVIF);
        if (text == null) {
            return null;
        }
        if (text.length() > LONGEST_ADDRESS) {
            problems.add(values.header(Column.ONVIF), "inventory.tooLong", LONGEST_ADDRESS);
            return null;
        }
        @Nullable URI uri = address(text);
        if (uri == null) {
            problems.add(values.header(Column.ONVIF), "inventory.badHeadAddress");
        }
        return uri;
    }

    private static @Nullable URI address(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null
                    ? uri
                    : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }
}
