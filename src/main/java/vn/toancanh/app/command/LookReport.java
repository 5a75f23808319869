package vn.toancanh.app.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.OneLine;
import vn.toancanh.commissioning.DeviceLook;
import vn.toancanh.commissioning.LookChanges;
import vn.toancanh.commissioning.LookChanges.Change;
import vn.toancanh.commissioning.Proposal;
import vn.toancanh.onvif.HeadRanges;

/** What was seen of a device, line by line: a word for what it is, and what it is, apart by tabs. */
final class LookReport {
    /** A camera whose clock is further off stamps its pictures so that nobody finds them again. */
    private static final Duration CLOCK_OFF = Duration.ofSeconds(5);

    private final Surroundings given;

    LookReport(Surroundings given) {
        this.given = given;
    }

    void print(DeviceLook look, Optional<Proposal> proposal) {
        line(
                "cameras.lineDevice",
                look.information().maker(),
                look.information().model(),
                look.information().firmware(),
                look.information().serial());
        line("cameras.lineClock", LookChanges.seconds(look.clockOffset()));
        if (look.certificate() != null) {
            line("cameras.lineCertificate", look.certificate().toString());
        }
        look.streams().forEach(stream -> line("cameras.lineStream", LookChanges.words(stream)));
        if (look.head()) {
            line("cameras.lineHead", ranges(look.ranges()));
            look.presets()
                    .forEach(preset ->
                            line("cameras.linePreset", preset.token(), preset.name() == null ? "" : preset.name()));
        }
        proposal.ifPresent(chosen -> line(
                "cameras.lineProposal",
                chosen.main().profile().token(),
                chosen.sub() == null ? "" : chosen.sub().profile().token()));
        hint(look);
    }

    /** What whoever takes it over is to know. */
    void hint(DeviceLook look) {
        if (look.clockOffset().abs().compareTo(CLOCK_OFF) > 0) {
            given.say(given.texts().get("cameras.clockOff", look.clockOffset().toSeconds()));
        }
        if (look.streams().stream().anyMatch(DeviceLook.SeenStream::elsewhere)) {
            given.say(given.texts().get("cameras.streamsElsewhere"));
        }
        if (look.streams().isEmpty()) {
            given.say(given.texts().get("cameras.noStreams"));
        }
        if (!look.unread().isEmpty()) {
            given.say(given.texts()
                    .get(
                            "cameras.unread",
                            String.join(
                                    ", ",
                                    look.unread().stream()
                                            .map(part -> part.name().toLowerCase(Locale.ROOT))
                                            .sorted()
                                            .toList())));
        }
    }

    /** A line a change: what changed, how it was, how it is. */
    void print(List<Change> changes) {
        changes.forEach(change -> line(key(change.kind()), change.before(), change.now()));
    }

    private static String key(LookChanges.Kind kind) {
        return switch (kind) {
            case DEVICE -> "cameras.otherDevice";
            case FIRMWARE -> "cameras.otherFirmware";
            case CERTIFICATE -> "cameras.otherCertificate";
            case CLOCK -> "cameras.otherClock";
            case PROFILE_NEW -> "cameras.newProfile";
            case PROFILE_GONE -> "cameras.goneProfile";
            case PROFILE_OTHER -> "cameras.otherProfile";
            case HEAD -> "cameras.otherHead";
            case PRESETS -> "cameras.otherPresets";
        };
    }

    private static String ranges(HeadRanges ranges) {
        return String.join(
                " ", "pan " + range(ranges.pan()), "tilt " + range(ranges.tilt()), "zoom " + range(ranges.zoom()));
    }

    private static String range(HeadRanges.@Nullable Range range) {
        return range == null ? "?" : String.format(Locale.ROOT, "%s..%s", range.least(), range.most());
    }

    private void line(String key, String... values) {
        List<String> fields = new ArrayList<>(List.of(given.texts().get(key)));
        for (String value : values) {
            // What a device tells is to stay within its field.
            fields.add(value.isEmpty() ? "-" : OneLine.of(value).replace('\t', ' '));
        }
        given.out().println(String.join("\t", fields));
    }
}
