package vn.toancanh.app.command;

import java.util.List;
import java.util.Map;

/** What the options of {@code ./wall cameras} cannot mean, and what its commands need besides. */
final class CameraWords {
    private static final String NO_PATH = "a\u0000b";
    private static final List<String> NO_FILE = List.of(NO_PATH, "no-such-file");
    private static final List<String> NO_PIN = List.of("", "x", "12:34", "0".repeat(63));
    private static final List<String> NO_YES_OR_NO = List.of("maybe", "1");

    /** By command and option; a name or a text that may be anything has an empty list. */
    static final Map<String, List<String>> REFUSED = Map.ofEntries(
            Map.entry("cameras discover --seconds", List.of("0", "-1", "61", "x", "", "1.5")),
            Map.entry("cameras look --camera-user", List.of()),
            Map.entry("cameras look --camera-password-file", NO_FILE),
            Map.entry("cameras look --camera-pin", NO_PIN),
            Map.entry("cameras look --snapshot", List.of(NO_PATH)),
            Map.entry("cameras add --camera-user", List.of()),
            Map.entry("cameras add --camera-password-file", NO_FILE),
            Map.entry("cameras add --camera-pin", NO_PIN),
            Map.entry("cameras add --number", List.of("0", "-1", "1000000", "x", "")),
            Map.entry("cameras add --name", List.of()),
            Map.entry("cameras add --site", List.of()),
            Map.entry("cameras add --id", List.of("", " ", "a b", "../x", "-a", "ngã-tư")),
            Map.entry("cameras add --lat", List.of("90.1", "x", "", "NaN", "21")),
            Map.entry("cameras add --lon", List.of("180.1", "x", "", "105")),
            Map.entry("cameras add --heading", List.of("-1", "360", "x", "")),
            Map.entry("cameras add --profile", List.of()),
            Map.entry("cameras add --replace", NO_YES_OR_NO),
            Map.entry("cameras recheck --camera-user", List.of()),
            Map.entry("cameras recheck --camera-password-file", NO_FILE),
            Map.entry("cameras recheck --camera-pin", NO_PIN),
            Map.entry("cameras recheck --accept", NO_YES_OR_NO));

    private static final List<String> AT_CAMERA = List.of("--camera-user=an", "--camera-password-file=pom.xml");

    static final Map<String, List<String>> NEEDED = Map.of(
            "cameras look", with("127.0.0.1:1"),
            "cameras recheck", with("c-1"),
            "cameras add",
                    with(
                            "127.0.0.1:1",
                            "--number=1",
                            "--name=x",
                            "--site=s",
                            "--server=http://127.0.0.1:1",
                            "--user=an",
                            "--password-file=pom.xml"));

    private CameraWords() {}

    private static List<String> with(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(AT_CAMERA);
        return all;
    }
}
