package vn.toancanh.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private final Ledger ledger = new Ledger();

    LedgerTest() {
        List.of("a", "b", "c").forEach(ledger::asked);
        List.of("a", "b").forEach(ledger::acknowledged);
    }

    @Test
    void whatWasAcknowledgedAndIsNotThereIsLost() {
        assertThat(ledger.lost(List.of("a", "b"))).isZero();
        assertThat(ledger.lost(List.of("a", "c", "z"))).isEqualTo(1);
    }

    @Test
    void whatWasNeverAcknowledgedMayBeThereOnceOrNot() {
        assertThat(ledger.doubled(List.of("a", "b", "c"))).isZero();
        assertThat(ledger.doubled(List.of("a", "b"))).isZero();
        assertThat(ledger.doubled(List.of("a", "c", "c", "c"))).isEqualTo(2);
    }

    @Test
    void whatSomebodyElseWroteIsNotJudged() {
        assertThat(ledger.doubled(List.of("x", "x"))).isZero();
    }
}
