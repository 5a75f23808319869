package vn.toancanh.inventory;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.model.StreamTransport;

/**
 * Streams of one camera. Credentials written into an address are moved out of it, where they would end up in logs; a value
 * that may hold a password is never repeated in a message.
 */
final class StreamReader {
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_CREDENTIAL = 200;
    private static final int MOST_PIXELS = 16_384;

    /** Which columns tell of a stream. */
    private record Columns(StreamRole role, Column url, Column codec, Column size, Column fps) {}

    /** What was read. */
    record Streams(List<StreamProfile> profiles, List<StreamSource> sources) {}

    /** An address and what was written into it. */
    private record Address(
            URI uri, @Nullable String user, @Nullable Secret password) {}

    private static final List<Columns> STREAMS = List.of(
            new Columns(StreamRole.MAIN, Column.MAIN_URL, Column.MAIN_CODEC, Column.MAIN_SIZE, Column.MAIN_FPS),
            new Columns(StreamRole.SUB, Column.SUB_URL, Column.SUB_CODEC, Column.SUB_SIZE, Column.SUB_FPS));

    private final Problems problems;

    StreamReader(Problems problems) {
        this.problems = problems;
    }

    Streams read(Values values) {
        List<StreamProfile> profiles = new ArrayList<>();
        List<StreamSource> sources = new ArrayList<>();
        @Nullable String user = credential(values, Column.USER);
        @Nullable String password = credential(values, Column.PASSWORD);
        if (password != null && user == null) {
            problems.add(values.header(Column.PASSWORD), "inventory.passwordAlone");
        }
        @Nullable List<String> pins = new PinReader(problems).read(values);
        @Nullable StreamTransport transport = transport(values);
        for (Columns columns : STREAMS) {
            @Nullable String text = values.get(columns.url());
            @Nullable Address address = text == null ? null : address(text, values.header(columns.url()));
            if (address != null) {
                profiles.add(profile(columns, values));
                boolean own = address.user() != null;
                sources.add(new StreamSource(
                        columns.role(),
                        address.uri(),
                        own ? address.user() : user,
                        own ? address.password() : user == null || password == null ? null : Secret.of(password),
                        pins,
                        transport));
            }
        }
        if (values.get(Column.MAIN_URL) == null && values.get(Column.SUB_URL) == null) {
            problems.add(values.header(Column.MAIN_URL), "inventory.noStream");
        }
        return new Streams(profiles, sources);
    }

    private @Nullable StreamTransport transport(Values values) {
        @Nullable String text = values.get(Column.TRANSPORT);
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "tcp" -> StreamTransport.TCP;
            case "udp" -> StreamTransport.UDP;
            default -> {
                problems.add(
                        values.header(Column.TRANSPORT),
                        "inventory.badTransport",
                        EntryReader.shown(String.valueOf(text)));
                yield null;
            }
        };
    }

    private @Nullable String credential(Values values, Column column) {
        @Nullable String text = values.get(column);
        if (text != null && text.length() > LONGEST_CREDENTIAL) {
            problems.add(values.header(column), "inventory.tooLong", LONGEST_CREDENTIAL);
        }
        return text;
    }

    private @Nullable Address address(String text, String header) {
        if (text.length() > LONGEST_ADDRESS) {
            problems.add(header, "inventory.tooLong", LONGEST_ADDRESS);
            return null;
        }
        int scheme = text.indexOf("://");
        int path = scheme < 0 ? -1 : text.indexOf('/', scheme + 3);
        int end = path < 0 ? text.length() : path;
        // The last at sign before the path: passwords hold at signs, hosts do not.
        int at = scheme < 0 ? -1 : text.lastIndexOf('@', end - 1);
        boolean credentials = at > scheme + 2;
        String bare = credentials ? text.substring(0, scheme + 3) + text.substring(at + 1) : text;
        @Nullable URI uri = uri(bare);
        if (uri == null) {
            problems.add(header, "inventory.badAddress");
            return null;
        }
        if (!credentials) {
            return new Address(uri, null, null);
        }
        String info = text.substring(scheme + 3, at);
        int colon = info.indexOf(':');
        String user = decoded(colon < 0 ? info : info.substring(0, colon));
        String password = colon < 0 ? "" : decoded(info.substring(colon + 1));
        return new Address(uri, user, Secret.of(password));
    }

    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean right = (scheme.equals("rtsp") || scheme.equals("rtsps"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535;
            return right ? uri : null;
        } catch (URISyntaxException wrong) {
            return null;
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return text;
        }
    }

    private StreamProfile profile(Columns columns, Values values) {
        @Nullable Double fps = Numbers.in(values, columns.fps(), 0, 240, problems);
        int[] size = size(columns, values);
        String id = columns.role().name().toLowerCase(Locale.ROOT);
        return new StreamProfile(
                id, columns.role(), codec(columns, values), size[0], size[1], fps == null ? 0 : fps, 0, 0);
    }

    private Codec codec(Columns columns, Values values) {
        @Nullable String text = values.get(columns.codec());
        if (text == null) {
            return Codec.UNKNOWN;
        }
        return switch (text.toLowerCase(Locale.ROOT).replaceAll("[ .\\-+]", "")) {
            case "h264", "avc" -> Codec.H264;
            case "h265", "hevc" -> Codec.H265;
            case "mjpeg", "jpeg" -> Codec.MJPEG;
            default -> {
                problems.add(values.header(columns.codec()), "inventory.badCodec", EntryReader.shown(text));
                yield Codec.UNKNOWN;
            }
        };
    }

    private int[] size(Columns columns, Values values) {
        @Nullable String text = values.get(columns.size());
        if (text == null) {
            return new int[] {0, 0};
        }
        String[] sides = text.toLowerCase(Locale.ROOT).replace(" ", "").split("[x×*]", -1);
        boolean right = sides.length == 2 && sides[0].matches("\\d{1,5}") && sides[1].matches("\\d{1,5}");
        int width = right ? Integer.parseInt(sides[0]) : 0;
        int height = right ? Integer.parseInt(sides[1]) : 0;
        if (width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS) {
            problems.add(values.header(columns.size()), "inventory.badSize", EntryReader.shown(text));
            return new int[] {0, 0};
        }
        return new int[] {width, height};
    }
}
