package segmentation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import segmentation.io.AtomicFile;
import segmentation.plot.Picture;

/**
 * What the index page says of one report; kept beside it as {@code card.json}.
 *
 * @param title what it is about
 * @param answer its one-sentence answer
 * @param source where its data came from
 * @param picture the file name of the picture that stands for it; empty where it has none
 * @param altText what that picture shows
 */
record ReportCard(String title, String answer, String source, String picture, String altText) {
    static final String FILE = "card.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static ReportCard of(ReportDocument document, List<Picture> pictures) {
        return new ReportCard(
                document.title(),
                document.answer(),
                document.source(),
                pictures.stream()
                        .map(picture -> picture.name() + ".png")
                        .findFirst()
                        .orElse(""),
                pictures.stream().map(Picture::altText).findFirst().orElse(""));
    }

    static ReportCard read(Path file) {
        try {
            return JSON.readValue(file.toFile(), ReportCard.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s is not the card of a report; remove its folder and run the notebook again".formatted(file), e);
        }
    }

    void writeTo(Path folder) {
        try {
            AtomicFile.write(folder.resolve(FILE), JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The card of a report could not be written as JSON", e);
        }
    }
}
