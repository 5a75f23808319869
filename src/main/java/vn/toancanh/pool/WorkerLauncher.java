package vn.toancanh.pool;

import java.io.IOException;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;

/** Makes workers: processes in the product, fakes in tests. */
@FunctionalInterface
public interface WorkerLauncher {
    /** The exit status of one that was not waited for. */
    int UNKNOWN_EXIT = -1;

    /** True for the statuses of SIGHUP, SIGINT, SIGKILL and SIGTERM, which come from outside; no decoder falls by them. */
    static boolean killedFromOutside(int exit) {
        return exit == 128 + 1 || exit == 128 + 2 || exit == 128 + 9 || exit == 128 + 15;
    }

    /** What the system says of one that does not answer. */
    enum Doing {
        /** It is stopped, as by SIGSTOP or a debugger, and so cannot answer. */
        STOPPED,
        /** None of its threads runs, or waits for a processor or a disk: nothing keeps it from answering but itself. */
        SLEEPS,
        /** Anything else, and wherever the system does not tell. */
        WORKS
    }

    /** What is heard of one worker, on any thread. */
    interface Ears {
        void heard(Word word);

        /**
         * The last call: the worker is gone or can no longer be heard.
         *
         * @param exit its exit status, 128 and the signal's number where a signal ended it; {@link #UNKNOWN_EXIT}
         */
        void gone(int exit, String why);
    }

    /** One worker. Calls from POOL. */
    interface Link {
        long pid();

        /**
         * Tells it something, soon. Never waits.
         *
         * @throws IOException if it can no longer be told
         */
        void send(Order order) throws IOException;

        /** What the system says that it does; takes some milliseconds. */
        Doing doing();

        /** Asks it to end, and ends it where it has not done so soon. Returns at once. */
        void end();

        /** Ends it at once, without asking. */
        void kill();
    }

    /**
     * Begins one.
     *
     * @param number from 1, for logs
     * @throws IOException if no process can be made
     */
    Link launch(int number, Ears ears) throws IOException;
}
