package vn.toancanh.server.walls;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Lane;
import vn.toancanh.server.store.StoreException;

/** Sees to it that every command ends, if nobody answers it and if the database is busy just then. Any thread. */
final class CommandWatch {
    /** A database that would not end a command is asked again after so long. */
    static final Duration AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(CommandWatch.class);

    private static final Duration SOONEST = Duration.ofMillis(10);

    /** Ends a command whose time is up. */
    interface Ending {
        /**
         * Does so.
         *
         * @return the command where its time has not come; empty where it is settled
         * @throws StoreException where that cannot be kept now
         */
        Optional<CommandBody> expire(String commandId);
    }

    private final Lane lane;
    private final CommandEnds ends;
    private final Ending ending;

    /** @param lane on which commands are ended; may block */
    CommandWatch(Lane lane, CommandEnds ends, Ending ending) {
        this.lane = lane;
        this.ends = ends;
        this.ending = ending;
    }

    /** Of what is waited for there is the id alone: most are answered long before their time is up, and some have an hour. */
    void watch(CommandBody command) {
        Duration left = ends.left(command);
        endIn(left.compareTo(SOONEST) < 0 ? SOONEST : left, command.id());
    }

    private void endIn(Duration wait, String commandId) {
        lane.after(wait, () -> {
            try {
                ending.expire(commandId).ifPresent(this::watch);
            } catch (StoreException refused) {
                LOG.warn("command {} could not be ended and is tried again", commandId, refused);
                endIn(AGAIN, commandId);
            }
        });
    }
}
