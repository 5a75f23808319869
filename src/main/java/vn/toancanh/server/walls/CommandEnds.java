package vn.toancanh.server.walls;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.toancanh.base.Clock;

/**
 * When commands end that nobody has answered: by the machine's counter, so that whoever sets its clock ends none early and has none
 * wait longer. While the server is off nobody counts: what was told before a restart ends as the clock has it then, and no later than a
 * command that is told now. Any thread.
 */
final class CommandEnds {
    /** What the clock may be off by before another end is told; a clock that is kept right by small steps comes to less. */
    private static final Duration SMALL = Duration.ofSeconds(1);

    private final Clock clock;
    private final Map<String, Long> ends = new ConcurrentHashMap<>();

    CommandEnds(Clock clock) {
        this.clock = clock;
    }

    /** How long a command has still; zero or less where its time is up. The first question about one settles its end. */
    Duration left(CommandBody command) {
        long end = ends.computeIfAbsent(
                command.id(), first -> clock.nanos() + byTheClock(command).toNanos());
        return Duration.ofNanos(end - clock.nanos());
    }

    private Duration byTheClock(CommandBody command) {
        Duration given = Duration.between(command.madeAt(), command.expiresAt());
        Duration left = Duration.between(clock.now(), command.expiresAt());
        return left.compareTo(given) < 0 ? left : given;
    }

    boolean over(CommandBody command) {
        return !left(command).isPositive();
    }

    /** The command as it is told: with its end by the clock as that is set now, which whoever is told compares with it. */
    CommandBody told(CommandBody command) {
        if (!command.state().equals("pending")) {
            return command;
        }
        Instant end = clock.now().plus(left(command)).truncatedTo(ChronoUnit.MILLIS);
        boolean leapt = Duration.between(command.expiresAt(), end).abs().compareTo(SMALL) >= 0;
        return leapt ? command.ending(end) : command;
    }

    /** It is settled, or no more. */
    void forget(String commandId) {
        ends.remove(commandId);
    }
}
