package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.rtsp.message.Headers;

/** What the time of answers says of the age of what comes behind them. */
class RoundTripsTest {
    private static final long MILLI = 1_000_000;

    private final RoundTrips trips = new RoundTrips();

    private long after(String method, long millis) {
        return after(method, millis, Headers.NONE);
    }

    private long after(String method, long millis, Headers answer) {
        trips.answered(method, millis * MILLI, answer);
        return trips.behindNanos() / MILLI;
    }

    private static Headers told(String millis) {
        return Headers.of("X-Behind", millis);
    }

    @Test
    void whereAllAnswersAreSlowWhatComesMayBeAsOld() {
        after("OPTIONS", 5010);
        assertThat(after("DESCRIBE", 5020)).isEqualTo(5010);
        after("SETUP", 5005);
        assertThat(after("PLAY", 5100)).isEqualTo(5005);
    }

    @Test
    void oneSlowAnswerIsTheCamerasOwnMatter() {
        after("OPTIONS", 3);
        assertThat(after("DESCRIBE", 2500)).isZero();
        assertThat(after("SETUP", 4)).isZero();
        assertThat(after("PLAY", 1800)).isZero();
    }

    @Test
    void aWayThatBecomesSlowWhileItIsOpenedIsTold() {
        after("OPTIONS", 3);
        after("DESCRIBE", 4);
        after("SETUP", 3300);
        assertThat(after("PLAY", 3400)).isEqualTo(3300);
    }

    @Test
    void aQuickAnswerLaterBoundsItAndASlowOneTakesNothingBack() {
        after("OPTIONS", 2000);
        after("SETUP", 2000);
        assertThat(after("PLAY", 2000)).isEqualTo(2000);
        assertThat(after("GET_PARAMETER", 900)).isEqualTo(900);
        assertThat(after("GET_PARAMETER", 4000)).isEqualTo(900);
        assertThat(after("GET_PARAMETER", 20)).isZero();
        assertThat(after("GET_PARAMETER", 3000)).as("that shows in the packets").isZero();
    }

    @Test
    void whatARelayTellsOfItsOwnSessionComesOnTop() {
        after("SETUP", 5, told("5100"));
        assertThat(after("PLAY", 5, told("5100"))).isEqualTo(5100);
        assertThat(after("GET_PARAMETER", 5, told("700"))).isEqualTo(700);
        assertThat(after("GET_PARAMETER", 5, told("5000"))).isEqualTo(700);
        assertThat(after("GET_PARAMETER", 5)).isZero();
    }

    @Test
    void nonsenseIsNotTakenForMuch() {
        after("SETUP", 5);
        assertThat(after("PLAY", 5, told("-9000"))).isZero();
        RoundTrips another = new RoundTrips();
        another.answered("PLAY", 5, told("999999999999999999"));
        assertThat(another.behindNanos() / MILLI).isEqualTo(60_000);
        RoundTrips third = new RoundTrips();
        third.answered("PLAY", 5, told("soon"));
        assertThat(third.behindNanos()).isZero();
    }
}
