package dk.klyngeflow;

import dk.klyngeflow.Models.Diagram;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnPlane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.jspecify.annotations.Nullable;

/**
 * That a diagram can be read: no label lies over a line, a shape or another label, and no word is broken. Measured from the diagram's
 * own bounds with the widths of Helvetica, which Arial shares, at the sizes in which Cockpit draws: 11 px beside a shape, 12 px in it.
 */
final class LabelRules {

    /** Cockpit breaks lines of a label at 90 px, whatever its bounds say; newer drawing programs at the bounds. */
    private static final double WIDEST_LABEL = 90;

    private static final double LINE_OF_LABEL = 14;
    private static final double LINE_OF_TASK = 14.4;
    private static final double PADDING_OF_TASK = 7;

    /** The corner of a task in which its kind is drawn. */
    private static final double ICON = 24;

    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    private final Models models;

    LabelRules(Models models) {
        this.models = models;
    }

    List<String> labelsLieFree() {
        List<String> found = new ArrayList<>();
        for (Diagram diagram : models.diagrams()) {
            for (BpmnPlane plane : diagram.all(BpmnPlane.class)) {
                new Picture(plane).complaints().forEach(said -> found.add(diagram.name() + ": " + said));
            }
        }
        return found;
    }

    List<String> namesFitTheirShapes() {
        List<String> found = new ArrayList<>();
        for (Diagram diagram : models.diagrams()) {
            List<BpmnShape> shapes = List.copyOf(diagram.all(BpmnShape.class));
            for (BpmnShape shape : shapes) {
                if (isWrittenInside(shape)) {
                    fits(shape, shapes).forEach(said -> found.add(diagram.name() + ": " + said));
                }
            }
        }
        return found;
    }

    private static boolean isWrittenInside(BpmnShape shape) {
        BaseElement element = shape.getBpmnElement();
        return element instanceof Task
                || element instanceof CallActivity
                || (element instanceof SubProcess && !shape.isExpanded());
    }

    private static List<String> fits(BpmnShape shape, List<BpmnShape> shapes) {
        List<String> found = new ArrayList<>();
        FlowElement element = (FlowElement) shape.getBpmnElement();
        Rectangle2D box = box(shape.getBounds());
        double room = box.getWidth() - 2 * PADDING_OF_TASK;
        List<String> lines = lines(String.valueOf(element.getName()), 12, room);
        double widest =
                lines.stream().mapToDouble(line -> width(line, 12)).max().orElse(0);
        if (widest > room) {
            found.add(element.getId() + " has a word that is wider than its shape");
        }
        double height = lines.size() * LINE_OF_TASK;
        Rectangle2D text =
                new Rectangle2D.Double(box.getCenterX() - widest / 2, box.getCenterY() - height / 2, widest, height);
        if (element instanceof Task) {
            double first = width(lines.get(0), 12);
            if (text.getY() < box.getY() + ICON - 2 && box.getCenterX() - first / 2 < box.getX() + ICON + 2) {
                found.add(element.getId() + " has its name over the sign of its kind");
            }
        } else if (height > box.getHeight() - 34) {
            found.add(element.getId() + " has its name over the sign that it can be opened");
        }
        for (BpmnShape other : shapes) {
            if (other.getBpmnElement() instanceof BoundaryEvent event
                    && event.getAttachedTo().equals(element)
                    && box(other.getBounds()).intersects(text)) {
                found.add("%s has its name under %s".formatted(element.getId(), event.getId()));
            }
        }
        return found;
    }

    private record Label(String id, String text, Rectangle2D box) {}

    /** One plane of a diagram: the process, or a sub-process that is opened on its own. */
    private static final class Picture {

        private final List<Label> labels = new ArrayList<>();
        private final List<String> complaints = new ArrayList<>();
        private final Map<String, Rectangle2D> solid = new HashMap<>();
        private final List<Map.Entry<String, Line2D>> lines = new ArrayList<>();

        Picture(BpmnPlane plane) {
            plane.getDiagramElements().forEach(drawn -> {
                if (drawn instanceof BpmnShape shape && shape.getBpmnElement() instanceof FlowElement element) {
                    add(element, shape);
                } else if (drawn instanceof BpmnEdge edge && edge.getBpmnElement() instanceof SequenceFlow flow) {
                    add(flow, edge);
                }
            });
        }

        private void add(FlowElement element, BpmnShape shape) {
            Rectangle2D box = box(shape.getBounds());
            if (shape.isExpanded() && element instanceof SubProcess) {
                border(element.getId(), box);
                double title = width(String.valueOf(element.getName()), 12);
                solid.put(
                        "the name of " + element.getId(),
                        new Rectangle2D.Double(box.getCenterX() - title / 2, box.getY() + 5, title, 16));
                return;
            }
            solid.put(element.getId(), box);
            if (element instanceof SubProcess) {
                solid.put(
                        "the button that opens " + element.getId(),
                        new Rectangle2D.Double(box.getMaxX() + 7, box.getMaxY() + 6, 34, 24));
            }
            if (element instanceof Event || element instanceof Gateway) {
                label(element.getId(), element.getName(), shape.getBpmnLabel());
            }
        }

        private void add(SequenceFlow flow, BpmnEdge edge) {
            Waypoint before = null;
            for (Waypoint point : edge.getWaypoints()) {
                if (before != null) {
                    lines.add(Map.entry(
                            flow.getId(),
                            new Line2D.Double(
                                    new Point2D.Double(before.getX(), before.getY()),
                                    new Point2D.Double(point.getX(), point.getY()))));
                }
                before = point;
            }
            label(flow.getId(), flow.getName(), edge.getBpmnLabel());
        }

        private void border(String id, Rectangle2D box) {
            double right = box.getMaxX();
            double bottom = box.getMaxY();
            lines.add(Map.entry(id, new Line2D.Double(box.getX(), box.getY(), right, box.getY())));
            lines.add(Map.entry(id, new Line2D.Double(box.getX(), bottom, right, bottom)));
            lines.add(Map.entry(id, new Line2D.Double(box.getX(), box.getY(), box.getX(), bottom)));
            lines.add(Map.entry(id, new Line2D.Double(right, box.getY(), right, bottom)));
        }

        private void label(String id, @Nullable String text, @Nullable BpmnLabel label) {
            if (text == null || text.isBlank()) {
                return;
            }
            if (label == null || label.getBounds() == null) {
                complaints.add(id + " has a name and no place for it");
                return;
            }
            labels.add(new Label(id, text, box(label.getBounds())));
        }

        List<String> complaints() {
            labels.forEach(this::look);
            return complaints;
        }

        private void look(Label label) {
            Rectangle2D box = label.box();
            List<String> text = LabelRules.lines(label.text(), 11, Math.min(WIDEST_LABEL, box.getWidth()));
            double widest =
                    text.stream().mapToDouble(line -> width(line, 11)).max().orElse(0);
            if (widest > Math.min(WIDEST_LABEL, box.getWidth())) {
                complaints.add(label.id() + " has a word that is wider than its label");
            }
            // Cockpit begins at the left edge of the bounds, others centre in them: the same only in a close-fitting
            // box
            if (text.size() * LINE_OF_LABEL > box.getHeight() + 1 || box.getWidth() > widest + 12) {
                complaints.add("%s has a label of %.0f × %.0f for %d lines of %.0f"
                        .formatted(label.id(), box.getWidth(), box.getHeight(), text.size(), widest));
            }
            solid.forEach((id, shape) -> {
                if (shape.intersects(box)) {
                    complaints.add("the label of %s lies over %s".formatted(label.id(), id));
                }
            });
            lines.stream()
                    .filter(line -> line.getValue().intersects(box))
                    .forEach(line -> complaints.add(
                            "the label of %s lies over the line %s".formatted(label.id(), line.getKey())));
            labels.stream()
                    .filter(other -> other != label && other.box().intersects(box))
                    .forEach(other ->
                            complaints.add("the label of %s lies over that of %s".formatted(label.id(), other.id())));
        }
    }

    private static Rectangle2D box(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<String> lines(String text, int size, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, size) <= room) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    private static double width(String text, int size) {
        try {
            return FONT.getStringWidth(text) * size / 1000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
