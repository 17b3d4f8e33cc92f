import HtmlWebpackPlugin from 'html-webpack-plugin';

export default {
  mode: 'production',
  entry: './src/main.ts',
  output: { clean: true, publicPath: '/' },
  module: { rules: [{ test: /\.ts$/, exclude: /node_modules/, loader: 'ts-loader', options: { compilerOptions: { noEmit: false } } }] },
  resolve: { extensions: ['.ts', '.js'] },
  plugins: [new HtmlWebpackPlugin({ template: 'src/index.html' })],
};
