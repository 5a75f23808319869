package vn.toancanh.onvif;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import vn.toancanh.base.Clock;

/** What time it is at a device: tokens are made by its clock, and many a camera's is years off. Any thread. */
final class DeviceClock {
    private final Clock clock;
    private volatile Duration offset = Duration.ZERO;
    private volatile boolean known;

    DeviceClock(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.now().plus(offset);
    }

    /** How far its clock is ahead of ours; zero as long as it was not asked. */
    Duration offset() {
        return offset;
    }

    boolean known() {
        return known;
    }

    /**
     * Takes in an answer to GetSystemDateAndTime.
     *
     * @return true where the offset is another than before, by more than a second
     */
    boolean learn(XmlNode answer) {
        Duration before = offset;
        boolean first = !known;
        known = true;
        offset =
                utc(answer).map(theirs -> Duration.between(clock.now(), theirs)).orElse(Duration.ZERO);
        return first || offset.minus(before).abs().compareTo(Duration.ofSeconds(1)) > 0;
    }

    /** Empty where it tells none that can be: some tell local time alone, which without its zone is worth nothing. */
    private static Optional<Instant> utc(XmlNode answer) {
        return answer.at("SystemDateAndTime", "UTCDateTime").flatMap(found -> {
            try {
                return Optional.of(LocalDateTime.of(
                                number(found, "Date", "Year"),
                                number(found, "Date", "Month"),
                                number(found, "Date", "Day"),
                                number(found, "Time", "Hour"),
                                number(found, "Time", "Minute"),
                                Math.min(59, number(found, "Time", "Second")))
                        .toInstant(ZoneOffset.UTC));
            } catch (DateTimeException | NumberFormatException none) {
                return Optional.empty();
            }
        });
    }

    private static int number(XmlNode node, String... way) {
        return Integer.parseInt(node.text(way).orElse(""));
    }
}
