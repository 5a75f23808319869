package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.TileState;
import vn.toancanh.live.TileWords;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** What tiles say in words. */
class TileCaptionTest {
    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final LiveWall live = new LiveWall(new LiveParts(
            lane,
            clock,
            (wishes, answers) -> {},
            (request, listener) -> {
                throw new IllegalStateException("nothing is granted, so nothing plays");
            },
            id -> Optional.empty(),
            new Random(1),
            true));
    private final WallDesk desk = new WallDesk(lane, live, new Nothing(), GridShape.uniform(1, 1));

    private static final class Nothing implements WallMemory {
        @Override
        public void save(Layout wall) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }

    private TileCaption caption(CellContent content, Texts texts) {
        desk.showLayout(
                new Layout(null, "x", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(new Cell(0, 0, 1, 1, content)), 1));
        return TileCaption.of(live.tiles().getFirst(), false, texts, clock, ZoneOffset.UTC);
    }

    /** Whatever a server says of it beside, be it one of an earlier version that told the camera's number. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void aTileThatIsWithheldSaysThatThereIsNoRightAndNothingOfTheCamera(Language language) {
        Texts texts = new Texts(language);
        String json = "{\"type\":\"withheld\",\"from\":\"m-1/s1/0\",\"number\":1024,\"cameraId\":\"c-1024\"}";
        TileCaption caption = caption(new CellContent.Unknown("withheld", json), texts);
        assertThat(caption)
                .isEqualTo(new TileCaption(
                        "",
                        "",
                        "",
                        texts.get(TileWords.of(TileState.Phase.NO_RIGHTS)),
                        texts.get("cause.withheld"),
                        TileCaption.Sign.LOCK,
                        false));
        assertThat(caption.spoken(texts, live.tiles().getFirst()))
                .doesNotContain("1024")
                .endsWith(texts.get("tile.noRights"))
                .doesNotContain(texts.get("tile.unsupported"));
    }

    @Test
    void whatIsNotKnownOtherwiseIsUnsupported() {
        Texts texts = new Texts(Language.EN);
        TileCaption caption = caption(new CellContent.Unknown("hologram", "{\"type\":\"hologram\"}"), texts);
        assertThat(caption.large()).isEqualTo(texts.get(TileWords.of(TileState.Phase.UNSUPPORTED)));
        assertThat(caption.sign()).isEqualTo(TileCaption.Sign.ACT);
    }
}
