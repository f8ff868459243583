// SPDX-License-Identifier: Apache-2.0
// Opens GraphML files in Gephi and writes what Gephi made of them, one JSON object a line, for the comparison with the
// store. Arguments: pairs of GRAPH.graphml and DUMP.jsonl; then, optionally, --picture GRAPH.graphml PICTURE.png.
import java.io.File;
import java.io.FileWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.gephi.appearance.api.AppearanceController;
import org.gephi.appearance.api.AppearanceModel;
import org.gephi.appearance.api.Function;
import org.gephi.appearance.api.Partition;
import org.gephi.appearance.api.PartitionFunction;
import org.gephi.appearance.plugin.PartitionElementColorTransformer;
import org.gephi.appearance.plugin.palette.PaletteManager;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.PNGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.statistics.plugin.Modularity;
import org.openide.util.Lookup;

public class CheckGephi {
  static final int ITERATIONS = 600;

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < args.length; i += 2) {
      if (args[i].equals("--picture")) {
        picture(new File(args[i + 1]), new File(args[i + 2]));
        return;
      }
      dump(new File(args[i]), new File(args[i + 1]));
    }
  }

  static GraphModel open(File file, PrintWriter out) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    container.getLoader().setAllowAutoNode(false);
    importer.process(container, new DefaultProcessor(), workspace);
    Iterator<Issue> issues = container.getReport().getIssues(10000);
    while (out != null && issues.hasNext()) {
      Issue issue = issues.next();
      out.println("{\"issue\":" + text(issue.getMessage()) + ",\"level\":" + text(issue.getLevel().toString()) + "}");
    }
    return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
  }

  static void dump(File file, File target) throws Exception {
    try (PrintWriter out = new PrintWriter(new FileWriter(target, StandardCharsets.UTF_8))) {
      GraphModel model = open(file, out);
      for (Column column : model.getNodeTable()) column(out, "node", column);
      for (Column column : model.getEdgeTable()) column(out, "edge", column);
      for (Node node : model.getGraph().getNodes().toArray())
        out.println("{\"node\":" + text(node.getId().toString()) + ",\"label\":" + text(node.getLabel())
            + values(node) + "}");
      for (Edge edge : model.getGraph().getEdges().toArray())
        out.println("{\"edge\":" + text(edge.getId().toString()) + ",\"source\":"
            + text(edge.getSource().getId().toString()) + ",\"target\":" + text(edge.getTarget().getId().toString())
            + ",\"kind\":" + text(String.valueOf(edge.getTypeLabel())) + ",\"weight\":" + edge.getWeight()
            + ",\"directed\":" + edge.isDirected() + values(edge) + "}");
    }
  }

  static void column(PrintWriter out, String table, Column column) {
    out.println("{\"column\":" + text(column.getTitle()) + ",\"table\":" + text(table) + ",\"id\":"
        + text(column.getId()) + ",\"java\":" + text(column.getTypeClass().getSimpleName()) + "}");
  }

  static String values(Element element) {
    StringBuilder out = new StringBuilder(",\"values\":{");
    boolean first = true;
    for (Column column : element.getTable()) {
      Object value = column.isProperty() ? null : element.getAttribute(column);
      if (value == null) continue;
      out.append(first ? "" : ",").append(text(column.getTitle())).append(":");
      out.append(value instanceof Number || value instanceof Boolean ? value.toString() : text(value.toString()));
      first = false;
    }
    return out.append("}").toString();
  }

  static String text(String value) {
    if (value == null) return "null";
    StringBuilder out = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < 0x20 || (c >= 0xD800 && c <= 0xDFFF)) out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    return out.append("\"").toString();
  }

  /// A layout, one colour for each community, names on the nodes: what a user does first.
  static void picture(File file, File target) throws Exception {
    GraphModel model = open(file, null);
    for (Node node : model.getGraph().getNodes().toArray())
      node.setSize(4 + 3 * model.getGraph().getDegree(node));
    Modularity modularity = new Modularity();
    modularity.setRandom(false);
    modularity.execute(model);
    colour(model);
    layout(model);
    render(target);
  }

  static void colour(GraphModel model) {
    AppearanceController controller = Lookup.getDefault().lookup(AppearanceController.class);
    AppearanceModel appearance = controller.getModel();
    Column column = model.getNodeTable().getColumn(Modularity.MODULARITY_CLASS);
    Function function = appearance.getNodeFunction(column, PartitionElementColorTransformer.class);
    Partition partition = ((PartitionFunction) function).getPartition();
    partition.setColors(model.getGraph(),
        PaletteManager.getInstance().generatePalette(partition.size(model.getGraph())).getColors());
    controller.transform(function);
  }

  static void layout(GraphModel model) {
    int number = 0;
    for (Node node : model.getGraph().getNodes().toArray()) {  // a fixed start instead of a random one
      node.setX((float) (100 * Math.cos(number * 2.4) * Math.sqrt(number)));
      node.setY((float) (100 * Math.sin(number * 2.4) * Math.sqrt(number)));
      ++number;
    }
    ForceAtlas2 layout = new ForceAtlas2(new ForceAtlas2Builder());
    layout.setGraphModel(model);
    layout.resetPropertiesValues();
    layout.setScalingRatio(60.0);
    layout.setGravity(2.0);
    layout.setAdjustSizes(true);
    layout.setThreadsCount(1);
    layout.initAlgo();
    for (int i = 0; i < ITERATIONS && layout.canAlgo(); ++i) layout.goAlgo();
    layout.endAlgo();
  }

  static void render(File target) throws Exception {
    PreviewController controller = Lookup.getDefault().lookup(PreviewController.class);
    PreviewModel preview = controller.getModel();
    preview.getProperties().putValue(PreviewProperty.SHOW_NODE_LABELS, Boolean.TRUE);
    preview.getProperties().putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, Boolean.FALSE);
    preview.getProperties().putValue(PreviewProperty.NODE_LABEL_FONT,
        preview.getProperties().getFontValue(PreviewProperty.NODE_LABEL_FONT).deriveFont(9f));
    preview.getProperties().putValue(PreviewProperty.EDGE_CURVED, Boolean.FALSE);
    preview.getProperties().putValue(PreviewProperty.EDGE_THICKNESS, 3f);
    preview.getProperties().putValue(PreviewProperty.EDGE_OPACITY, 80f);
    PNGExporter png = (PNGExporter) Lookup.getDefault().lookup(ExportController.class).getExporter("png");
    png.setWidth(1400);
    png.setHeight(1000);
    png.setWorkspace(Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace());
    Lookup.getDefault().lookup(ExportController.class).exportFile(target, png);
  }
}
