package vn.toancanh.commissioning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.LoggableUri;
import vn.toancanh.commissioning.DeviceLook.Part;
import vn.toancanh.commissioning.DeviceLook.SeenStream;
import vn.toancanh.onvif.HeadPreset;
import vn.toancanh.onvif.VideoProfile;

/** What has become otherwise at a device since it was looked at. Pure. */
public final class LookChanges {
    /** Two looks at a clock that goes right differ by what the questions take. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private LookChanges() {}

    /** What is otherwise. */
    public enum Kind {
        /** Maker, model or serial number: it is another device. */
        DEVICE,
        FIRMWARE,
        /** The certificate by which it is known. */
        CERTIFICATE,
        /** Its clock was set, or has gone wrong. */
        CLOCK,
        PROFILE_NEW,
        PROFILE_GONE,
        PROFILE_OTHER,
        /** It has a head now, or has none any more. */
        HEAD,
        PRESETS
    }

    /**
     * One change.
     *
     * @param before in words for people, empty where there was nothing
     * @param now likewise
     */
    public record Change(Kind kind, String before, String now) {}

    /** All changes, the gravest first. What one of the looks could not read is not compared. */
    public static List<Change> between(DeviceLook before, DeviceLook now) {
        List<Change> changes = new ArrayList<>();
        if (isRead(Part.INFORMATION, before, now)) {
            add(changes, Kind.DEVICE, device(before), device(now));
        }
        add(changes, Kind.CERTIFICATE, certificate(before), certificate(now));
        if (isRead(Part.INFORMATION, before, now)) {
            add(
                    changes,
                    Kind.FIRMWARE,
                    before.information().firmware(),
                    now.information().firmware());
        }
        if (isRead(Part.CLOCK, before, now)
                && before.clockOffset().minus(now.clockOffset()).abs().compareTo(CLOCK_TOLERANCE) > 0) {
            add(changes, Kind.CLOCK, seconds(before.clockOffset()), seconds(now.clockOffset()));
        }
        if (isRead(Part.STREAMS, before, now)) {
            streams(changes, before, now);
            add(changes, Kind.HEAD, Boolean.toString(before.head()), Boolean.toString(now.head()));
        }
        if (isRead(Part.PRESETS, before, now) && before.head() && now.head()) {
            add(changes, Kind.PRESETS, presets(before), presets(now));
        }
        return changes;
    }

    private static boolean isRead(Part part, DeviceLook before, DeviceLook now) {
        return !before.unread().contains(part) && !now.unread().contains(part);
    }

    private static void add(List<Change> changes, Kind kind, String before, String now) {
        if (!before.equals(now)) {
            changes.add(new Change(kind, before, now));
        }
    }

    private static String device(DeviceLook look) {
        return (look.information().maker() + " " + look.information().model() + " "
                        + look.information().serial())
                .strip();
    }

    private static String certificate(DeviceLook look) {
        return look.certificate() == null ? "" : look.certificate().toString();
    }

    private static void streams(List<Change> changes, DeviceLook before, DeviceLook now) {
        Map<String, SeenStream> were = byToken(before);
        Map<String, SeenStream> are = byToken(now);
        were.forEach((token, was) -> {
            @Nullable SeenStream is = are.get(token);
            if (is == null) {
                changes.add(new Change(Kind.PROFILE_GONE, words(was), ""));
            } else if (!was.uri().equals(is.uri()) || !words(was).equals(words(is))) {
                changes.add(new Change(Kind.PROFILE_OTHER, words(was), words(is)));
            }
        });
        are.forEach((token, is) -> {
            if (!were.containsKey(token)) {
                changes.add(new Change(Kind.PROFILE_NEW, "", words(is)));
            }
        });
    }

    private static Map<String, SeenStream> byToken(DeviceLook look) {
        Map<String, SeenStream> all = new LinkedHashMap<>();
        look.streams().forEach(each -> all.putIfAbsent(each.profile().token(), each));
        return all;
    }

    /** A stream in one line: its profile, coding, size, rate and address without what may be secret in it. */
    public static String words(SeenStream stream) {
        VideoProfile profile = stream.profile();
        return String.format(
                Locale.ROOT,
                "%s %s %dx%d %s %s",
                profile.token(),
                profile.codec(),
                profile.width(),
                profile.height(),
                profile.fps() == Math.rint(profile.fps())
                        ? Long.toString(Math.round(profile.fps()))
                        : Double.toString(profile.fps()),
                new LoggableUri(stream.uri()));
    }

    /** How far a clock is off, in whole seconds: devices tell no parts of one, so that less than one is none. */
    public static String seconds(Duration offset) {
        return String.format(Locale.ROOT, "%+d s", offset.toMillis() / 1000);
    }

    private static String presets(DeviceLook look) {
        return String.join(
                ", ",
                look.presets().stream()
                        .map((HeadPreset each) -> each.name() == null ? each.token() : each.token() + " " + each.name())
                        .toList());
    }
}
