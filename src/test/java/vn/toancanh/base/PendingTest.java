package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingTest {
    private final List<String> heard = new ArrayList<>();
    private final Pending<String> pending = new Pending<>();

    @Test
    void itTellsWhatIsKnown() {
        pending.know("yes");
        pending.tell(heard::add);
        assertThat(heard).containsExactly("yes");
    }

    @Test
    void itTellsOnceItIsKnown() {
        pending.tell(heard::add);
        assertThat(heard).isEmpty();
        pending.know("yes");
        assertThat(heard).containsExactly("yes");
    }
}
