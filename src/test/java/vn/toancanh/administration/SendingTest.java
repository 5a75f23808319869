package vn.toancanh.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.administration.Sending.Phase;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;

/** A form sends one thing at a time, and says what came of it. */
class SendingTest {
    private final List<Phase> phases = new ArrayList<>();
    private final Sending sending = new Sending(state -> phases.add(state.phase()));
    private final List<Consumer<Outcome<String>>> asked = new ArrayList<>();
    private final List<String> done = new ArrayList<>();

    private boolean send() {
        return sending.<String>send(asked::add, done::add);
    }

    @Test
    void aHandThatPressesTwiceSendsOnce() {
        assertThat(send()).isTrue();
        assertThat(send()).isFalse();
        assertThat(asked).hasSize(1);
        asked.getFirst().accept(Outcome.done("x"));
        assertThat(done).containsExactly("x");
        assertThat(phases).containsExactly(Phase.SENDING, Phase.READY);
        assertThat(send()).isTrue();
    }

    @Test
    void refusedFieldsAreToldUntilSomethingIsTyped() {
        send();
        asked.getFirst().accept(Outcome.failed(FakeAdministration.fault("/name", "length")));
        assertThat(sending.state().phase()).isEqualTo(Phase.REFUSED);
        assertThat(sending.state().faults()).containsExactly(new FieldRefused.Fault("/name", "length"));
        sending.typed();
        assertThat(sending.state()).isEqualTo(Sending.State.READY);
        assertThat(done).isEmpty();
    }

    @Test
    void onlyAnotherVersionIsOvertaken() {
        send();
        asked.getFirst().accept(Outcome.failed(Failure.of(Kind.CONFLICT, "412")));
        assertThat(sending.state().phase()).isEqualTo(Phase.OVERTAKEN);
        send();
        asked.getLast()
                .accept(Outcome.failed(
                        Failure.of(Kind.CONFLICT, "409 roleInUse").withText("central.inUse")));
        assertThat(sending.state().phase()).isEqualTo(Phase.REFUSED);
    }

    @Test
    void anAnswerToWhatWasGivenUpIsDropped() {
        send();
        sending.drop();
        asked.getFirst().accept(Outcome.done("late"));
        assertThat(done).isEmpty();
        assertThat(sending.state().phase()).isEqualTo(Phase.READY);
    }

    @Test
    void typingTakesNothingBackThatIsUnderWay() {
        send();
        sending.typed();
        assertThat(sending.state().sending()).isTrue();
    }
}
