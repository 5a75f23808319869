package vn.toancanh.desk;

import java.time.Duration;
import java.util.function.IntConsumer;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/** The number of a preset as it is typed, digit by digit. Lane: DESK. */
public final class PlaceCall {
    /** What is typed is forgotten after so long without a key. */
    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(10);

    private static final int MOST_DIGITS = 4;

    private final Lane desk;
    private final IntConsumer called;
    private final Runnable changed;
    private String typed = "";
    private Handle forgetting = Handle.NONE;

    /**
     * @param called hears a number that was typed and entered
     * @param changed something else stands there
     */
    PlaceCall(Lane desk, IntConsumer called, Runnable changed) {
        this.desk = desk;
        this.called = called;
        this.changed = changed;
    }

    /** What stands there; empty where nothing was typed. */
    public String typed() {
        return typed;
    }

    /** One more digit; those beyond the fourth count for nothing. */
    public void type(char digit) {
        if (digit >= '0' && digit <= '9' && typed.length() < MOST_DIGITS) {
            stands(typed + digit);
        }
    }

    /** The last digit goes; false where there was none. */
    public boolean erase() {
        return stood(() -> stands(typed.substring(0, typed.length() - 1)));
    }

    /** Goes to what was typed; false where nothing was. */
    public boolean enter() {
        return stood(() -> {
            int number = Integer.parseInt(typed);
            stands("");
            called.accept(number);
        });
    }

    /** Forgets what was typed; false where nothing was. */
    public boolean cancel() {
        return stood(() -> stands(""));
    }

    private boolean stood(Runnable work) {
        boolean stood = !typed.isEmpty();
        if (stood) {
            work.run();
        }
        return stood;
    }

    private void stands(String now) {
        typed = now;
        forgetting.close();
        forgetting = now.isEmpty() ? Handle.NONE : desk.after(FORGOTTEN_AFTER, this::cancel);
        changed.run();
    }
}
