package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamChoice;

class TileTrailTest {
    private static CellContent camera(int number) {
        return new CellContent.OfCamera(new CameraId("c" + number), StreamChoice.AUTO);
    }

    private static TileTrail through(int... numbers) {
        TileTrail trail = TileTrail.NOTHING;
        for (int number : numbers) {
            trail = trail.visit(camera(number));
        }
        return trail;
    }

    @Test
    void goesBackAndForwardAsThroughPages() {
        TileTrail trail = through(1, 2, 3);
        TileTrail back = trail.back().orElseThrow();
        assertThat(back.shown()).contains(camera(2));
        assertThat(back.forward().orElseThrow()).isEqualTo(trail);
        assertThat(trail.forward()).isEmpty();
        TileTrail elsewhere = back.visit(camera(9));
        assertThat(elsewhere.forward()).as("what lay ahead is forgotten").isEmpty();
        assertThat(elsewhere.back().orElseThrow().shown()).contains(camera(2));
    }

    @Test
    void eightAreRemembered() {
        TileTrail trail = through(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(trail.seen()).hasSize(TileTrail.KEPT).startsWith(camera(3)).endsWith(camera(10));
        assertThat(trail.shown()).contains(camera(10));
    }

    @Test
    void nothingAndTheSameAgainLeaveNoTrace() {
        assertThat(TileTrail.NOTHING.visit(CellContent.EMPTY)).isSameAs(TileTrail.NOTHING);
        assertThat(TileTrail.NOTHING.back()).isEmpty();
        assertThat(TileTrail.NOTHING.shown()).isEmpty();
        TileTrail trail = through(1, 2);
        assertThat(trail.visit(camera(2))).isSameAs(trail);
        assertThat(trail.visit(CellContent.EMPTY)).isSameAs(trail);
    }

    @Test
    void goingBackAndShowingTheSameStaysThere() {
        TileTrail back = through(1, 2, 3).back().orElseThrow();
        assertThat(back.visit(camera(2))).isSameAs(back);
    }
}
