package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.Notices.Notice;

class NoticesTest {
    private final Notices notices = new Notices(new ManualLane(new ManualClock()));
    private final List<String> done = new ArrayList<>();

    private Notice plain(String key) {
        return new Notice(key, List.of());
    }

    private Notice offer(String key) {
        return plain(key).leading("do it", () -> done.add(key));
    }

    private String seen() {
        return notices.present().map(Notice::textKey).orElse("-");
    }

    @Test
    void whatCanBeDoneWaitsBelowWhatIsToldLater() {
        notices.tell(offer("shift"));
        notices.tell(plain("editing off"));
        notices.tell(plain("monitors"));
        assertThat(seen()).isEqualTo("monitors");
        notices.dismiss();
        assertThat(seen()).as("of the others the latest alone").isEqualTo("shift");
        notices.dismiss();
        assertThat(seen()).isEqualTo("-");
    }

    @Test
    void severalOffersAreSeenOneAfterTheOther() {
        Notice first = offer("first");
        notices.tell(first);
        notices.tell(offer("second"));
        notices.withdraw(first);
        assertThat(seen()).isEqualTo("second");
        notices.dismiss();
        assertThat(seen()).isEqualTo("-");
    }

    @Test
    void whatReadsTheSameStandsOnce() {
        notices.tell(offer("saved"));
        notices.tell(offer("shift"));
        notices.tell(offer("saved"));
        assertThat(seen()).isEqualTo("saved");
        notices.dismiss();
        assertThat(seen()).isEqualTo("shift");
        notices.dismiss();
        assertThat(seen()).isEqualTo("-");
    }

    @Test
    void offersAreForWhoeverWasThereAndNeverMoreThanSomebodyReads() {
        for (int i = 0; i < 40; i++) {
            notices.tell(offer("offer " + i));
        }
        int read = 0;
        while (notices.present().isPresent()) {
            notices.dismiss();
            read++;
        }
        assertThat(read).isEqualTo(Notices.MOST);
        notices.tell(offer("shift"));
        notices.tell(plain("monitors"));
        notices.withdrawOffers();
        assertThat(seen()).isEqualTo("monitors");
        notices.dismiss();
        assertThat(seen()).isEqualTo("-");
    }

    @Test
    void listenersHearWhatIsSeenOtherwiseAndNothingElse() {
        List<String> heard = new ArrayList<>();
        notices.onChange(() -> heard.add(seen()));
        Notice below = offer("below");
        notices.tell(below);
        notices.tell(plain("above"));
        notices.withdraw(below);
        notices.withdraw(below);
        notices.dismiss();
        assertThat(heard).containsExactly("below", "above", "-");
    }
}
